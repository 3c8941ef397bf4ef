// How long to wait for a program. The first time it is in vain, every later wait is short: a program that hangs
// in one criterion hangs in all of them, and the learner should hear of it within seconds. On a busy machine, where
// what came took its time, short is longer.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const FULL_MS = Number(process.env.CHECK_PATIENCE_MS ?? 10_000);
const SHORT_MS = 1000;
let patience = FULL_MS;
let longest = 0;

function loseIt(complaint) {
  patience = Math.min(patience, Math.max(SHORT_MS, 5 * longest));
  return new Error(complaint);
}

function noteWait(start, limit) {
  if (limit <= FULL_MS) longest = Math.max(longest, performance.now() - start);
}

// Resolves to the promise's value, or rejects with `complain()` when patience ends.
export async function waitFor(promise, complain, limit = patience) {
  let timer;
  const start = performance.now();
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(loseIt(complain(Math.round(limit)))), limit);
  });
  try {
    const value = await Promise.race([promise, late]);
    noteWait(start, limit);
    return value;
  } finally {
    clearTimeout(timer);
  }
}

// Looks again every 10 ms until `look()` gives something.
export async function eventually(look, complain, limit = patience) {
  const start = performance.now();
  for (;;) {
    const found = await look();
    if (found) {
      noteWait(start, limit);
      return found;
    }
    if (performance.now() > start + limit) throw loseIt(complain(Math.round(limit)));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

// A promise that is awaited later. If the criterion fails before, this is the failure to be told, and not that of the promise.
export function later(promise) {
  promise.catch(() => {});
  return promise;
}

// What a time limit of a criterion has to forgive on this machine at this moment: ten starts of an empty program.
// It is much on a busy machine, and still less than what the mistakes cost that the limits are for.
export async function measureSlack() {
  const start = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  return 10 * (performance.now() - start);
}
