// How long to wait for a program. The first time it is in vain, every later wait is short: a program that hangs
// in one criterion hangs in all of them, and the learner should hear of it within seconds.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const FULL_MS = Number(process.env.CHECK_PATIENCE_MS ?? 10_000);
const SHORT_MS = 1000;
let patience = FULL_MS;

function loseIt(complaint) {
  patience = Math.min(patience, SHORT_MS);
  return new Error(complaint);
}

// Resolves to the promise's value, or rejects with `complain()` when patience ends.
export async function waitFor(promise, complain, limit = patience) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(loseIt(complain(limit))), limit);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

// Looks again every 10 ms until `look()` gives something.
export async function eventually(look, complain, limit = patience) {
  const end = performance.now() + limit;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw loseIt(complain(limit));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

// What a time limit of a criterion has to forgive on this machine at this moment: ten starts of an empty program.
// It is much on a busy machine, and still less than what the mistakes cost that the limits are for.
export async function measureSlack() {
  const start = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  return 10 * (performance.now() - start);
}
