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
// A mistake in several places has the others in `also`: [[file, find, put]].
export function applyMutant({ file, find, put, also = [] }, folder) {
  const faults = [[file, find, put], ...also].map(([name, from, to]) => replaceOnce(join(folder, name), name, from, to));
  return faults.find(Boolean) ?? [file, ...also.map(([name]) => name)].map((name) => checkSyntax(join(folder, name))).find(Boolean) ?? null;
}

function replaceOnce(path, name, find, put) {
  if (!existsSync(path)) return `the solution has no file ${name}`;
  const source = readFileSync(path, 'utf8');
  const count = source.split(find).length - 1;
  if (count !== 1) return `its text stands ${count} times in ${name}, not once: ${find}`;
  if (find === put) return 'it changes nothing';
  writeFileSync(path, source.replace(find, () => put));
  return null;
}

function checkSyntax(path) {
  if (!path.endsWith('.js')) return null;
  const { status, stderr } = spawnSync(process.execPath, ['--check', path], { encoding: 'utf8' });
  return status === 0 ? null : `it only breaks the syntax: ${stderr.split('\n').find((line) => line.includes('Error'))}`;
}
