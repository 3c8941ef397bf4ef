// What a program must be given at its start, from which exercise on. The readmes introduce each of these.
import { join } from 'node:path';
import { compareIds } from './order.mjs';

const NEEDS = [
  ['1.5', () => ({ PORT: '0' })],
  ['3.1', (folder) => ({ DB_FILE: databaseIn(folder) })],
  ['3.5', () => ({ CURSOR_KEY: 'k'.repeat(32) })],
];

export const databaseIn = (folder) => join(folder, 'toolshed.db');

// From here on the database has to be migrated before the server starts.
export const MIGRATES_SINCE = '3.4';

// The exercise that the learner's program has reached; `check.mjs --stage` sets it.
export const STAGE = process.env.CHECK_STAGE ?? '1.1';

export const hasReached = (id) => compareIds(STAGE, id) >= 0;

export function contractFor(folder) {
  const reached = NEEDS.filter(([since]) => hasReached(since));
  return Object.assign({}, ...reached.map(([, needs]) => needs(folder)));
}
