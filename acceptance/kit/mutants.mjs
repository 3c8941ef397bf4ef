// A mutant is the solution with one named mistake.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exerciseFolder } from './states.mjs';

export async function readMutants(id) {
  const { default: mutants } = await import(pathToFileURL(join(exerciseFolder(id), 'mutants.mjs')));
  return mutants;
}

// Makes the mistake in a copy of the solution. Gives what is wrong with the mutant itself, or null.
export function applyMutant({ file, find, put }, folder) {
  const path = join(folder, file);
  if (!existsSync(path)) return `the solution has no file ${file}`;
  const source = readFileSync(path, 'utf8');
  const count = source.split(find).length - 1;
  if (count !== 1) return `its text stands ${count} times in ${file}, not once`;
  const changed = source.replace(find, () => put);
  if (changed === source) return 'it changes nothing';
  writeFileSync(path, changed);
  return path.endsWith('.js') ? checkSyntax(path) : null;
}

function checkSyntax(path) {
  const { status, stderr } = spawnSync(process.execPath, ['--check', path], { encoding: 'utf8' });
  return status === 0 ? null : `it only breaks the syntax: ${stderr.split('\n').find((line) => line.includes('Error'))}`;
}
