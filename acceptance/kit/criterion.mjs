// criterion('1.4/2', 'words of the criterion', async (program) => { … }, { until, holdsBefore })
//   until: the exercise that replaces this criterion; programs that have reached it are not asked.
//   needs: a variable of the environment without which the criterion is skipped, such as the URL of a server.
//   tries: how often it is tried, with a new program each time, until it holds. For what a busy machine can spoil, such as
//     a time limit: one bad moment says nothing, and a program with the mistake fails every time.
//   holdsBefore: the criterion asks for nothing new ("still hold"), so the starter may pass it.
import test from 'node:test';
import { inspect } from 'node:util';
import { Diary } from './diary.mjs';
import { Program } from './program.mjs';
import { hasReached, STAGE } from './contract.mjs';

const TEXTS = JSON.parse(process.env.CHECK_CRITERIA ?? '{}');
const ONLY = process.env.CHECK_ONLY?.split(',');
const FOLDER = process.env.CHECK_FOLDER ?? process.cwd();
const known = new Map();
let collecting = false;

export function criterion(key, words, body, { until, needs, tries = 1, holdsBefore = false } = {}) {
  known.set(key, { words, body, until, needs, tries, holdsBefore });
  if (collecting || (ONLY && !ONLY.includes(key))) return;
  const skip = findReason(until, needs);
  test(`${key} ${TEXTS[key]?.text ?? words}`, { skip, timeout: 900_000 }, () => persist(tries, () => runBody(body)));
}

function findReason(until, needs) {
  if (until && hasReached(until)) return `replaced by exercise ${until}; your program has reached ${STAGE}`;
  if (needs && !process.env[needs]) return `it needs ${needs} in the environment`;
  return false;
}

async function persist(tries, work) {
  try {
    return await work();
  } catch (error) {
    if (tries === 1) throw error;
    return persist(tries - 1, work);
  }
}

async function runBody(body) {
  const diary = new Diary();
  const program = new Program(FOLDER, diary);
  try {
    await body(program);
  } catch (error) {
    throw new Error([explain(error), diary.toString()].filter(Boolean).join('\n'), { cause: undefined });
  } finally {
    await program.stop();
  }
}

function explain(error) {
  if (error.code !== 'ERR_ASSERTION') return error instanceof Error && error.name === 'Error' ? error.message : (error.stack ?? String(error));
  const compared = error.operator !== '==' && error.operator !== 'fail';
  // Node.js adds its own comparison behind an empty line; expected and got say the same in fewer lines.
  const message = compared ? error.message.split(/\n(?:\n|\+ actual)/)[0] : error.message;
  const lines = [error.generatedMessage && compared ? 'Two values differ' : message];
  if (compared) lines.push(`  expected: ${show(error.expected)}`, `  got:      ${show(error.actual)}`);
  return lines.join('\n');
}

function show(value) {
  return inspect(value, { depth: 5, breakLength: 100, maxStringLength: 400, maxArrayLength: 50 }).replaceAll('\n', '\n            ');
}

// The body of a criterion that says "all criteria of exercise … still hold"; a key such as '1b.1/2' names one of them.
export function stillHolds(...names) {
  return async (program) => {
    for (const name of names) {
      for (const [key, { body, until, needs, tries }] of await collectCriteria(name.split('/')[0])) {
        if ((name.includes('/') && key !== name) || findReason(until, needs)) continue;
        await persist(tries, () => body(program.fresh())).catch((error) => {
          error.message = `${key}${TEXTS[key] ? ` (${TEXTS[key].text})` : ''}\nno longer holds: ${error.message}`;
          throw error;
        });
      }
    }
  };
}

// The criteria that an exercise tests, without running them: [key, { words, body, until, holdsBefore }].
export async function collectCriteria(id) {
  collecting = true;
  await import(`../exercises/${id}/criteria.test.mjs`);
  collecting = false;
  return [...known].filter(([key]) => key.startsWith(`${id}/`));
}
