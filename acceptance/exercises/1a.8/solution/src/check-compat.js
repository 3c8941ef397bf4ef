import { readFile } from 'node:fs/promises';
import { breakingChanges } from './compat.js';

async function readSchema(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`Cannot read ${file}: ${error.message}`, { cause: error });
  }
}

const [olderFile, newerFile] = process.argv.slice(2);

try {
  if (olderFile === undefined || newerFile === undefined) {
    throw new Error(`The argument ${olderFile === undefined ? 'older' : 'newer'} is missing: check-compat.js <older> <newer>`);
  }
  const changes = breakingChanges(await readSchema(olderFile), await readSchema(newerFile));
  for (const { path, change } of changes) console.log(`${path} ${change}`);
  if (changes.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
