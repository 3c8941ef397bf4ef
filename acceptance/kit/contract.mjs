// What a program must be given at its start, from which exercise on. The readmes introduce each of these.
import { join } from 'node:path';
import { compareIds } from './order.mjs';

export const JWT_KEY = Buffer.alloc(32, 'j').toString('base64');

const NEEDS = [
  ['1.5', () => ({ PORT: '0' })],
  ['3.1', (folder) => ({ DB_FILE: databaseIn(folder) })],
  ['3.5', () => ({ CURSOR_KEY: 'k'.repeat(32) })],
  ['4.1', () => ({ SCRYPT_LOG_N: '10' })],
  ['4.3', () => ({ JWT_KEY })],
  ['4.10', (folder) => ({ PUBLIC_URL: 'https://toolshed.example', OUTBOX_DIR: folder })],
  ['5.1', (folder) => ({ DATA_DIR: folder })],
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
