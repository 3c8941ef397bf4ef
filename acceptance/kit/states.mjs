// The states of the program: each solution holds the files that its exercise adds or changes.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeOf, compareIds, parseId } from './order.mjs';

const EXERCISES = join(import.meta.dirname, '..', 'exercises');

export const exerciseFolder = (id) => join(EXERCISES, id);
export const listExercises = () => readdirSync(EXERCISES).filter(parseId).sort(compareIds);

// The program as it is before the exercise `id`.
export function writeStarter(id, target) {
  mkdirSync(target, { recursive: true });
  for (const earlier of beforeOf(id, listExercises())) applySolution(earlier, target);
}

// The program as it is after the exercise `id`.
export function writeSolution(id, target) {
  writeStarter(id, target);
  applySolution(id, target);
}

function applySolution(id, target) {
  cpSync(join(exerciseFolder(id), 'solution'), target, { recursive: true });
  const list = join(exerciseFolder(id), 'removed.txt');
  if (!existsSync(list)) return;
  for (const file of readFileSync(list, 'utf8').split('\n').filter(Boolean)) rmSync(join(target, file));
}
