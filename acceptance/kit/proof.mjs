// The proof that the checks of an exercise are worth something:
//   the new criteria fail on the starter, all pass on the solution,
//   each mutant is caught by the criteria it names, and each criterion catches one.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { collectCriteria } from './criterion.mjs';
import { digestFolder, digestText } from './digest.mjs';
import { applyMutant, readMutants } from './mutants.mjs';
import { beforeOf } from './order.mjs';
import { exerciseFolder, listExercises, writeSolution, writeStarter } from './states.mjs';

const CHECK = join(import.meta.dirname, '..', 'check.mjs');
// A mutant that hangs is caught; it need not be waited for as long as an honest program on a slow machine.
const MUTANT_PATIENCE_MS = '5000';

const textsOf = (id, criteria) => Object.entries(criteria).filter(([key]) => key.startsWith(`${id}/`));
const proofFile = (id) => join(exerciseFolder(id), 'proof.json');

// What the proof of `id` is for: it is stale when this is no longer what was recorded.
export function describeInputs(id, criteria) {
  return {
    criteria: Object.fromEntries(textsOf(id, criteria).map(([key, { text: words }]) => [key, digestText(words)])),
    files: digestFolder(exerciseFolder(id)),
  };
}

export function isProved(id, criteria) {
  if (!existsSync(proofFile(id))) return false;
  const { criteria: texts, files } = JSON.parse(readFileSync(proofFile(id), 'utf8'));
  return JSON.stringify({ criteria: texts, files }) === JSON.stringify(describeInputs(id, criteria));
}

export function recordProof(id, criteria, { mutants }) {
  const caught = Object.fromEntries(mutants.map(({ wrong, caught: numbers }) => [wrong, numbers.map((number) => `${id}/${number}`)]));
  writeFileSync(proofFile(id), `${JSON.stringify({ ...describeInputs(id, criteria), mutants: caught }, null, 2)}\n`);
}

// { problems: [text], mutants, runs }; `limit` runs a function when one of the few places is free.
export async function prove(id, criteria, { packages, limit }) {
  const tests = await collectCriteria(id);
  const mutants = await readMutants(id);
  const lists = await Promise.all([
    findMapping(id, tests, criteria),
    proveStarter(id, tests, { packages, limit }),
    proveSolution(id, { packages, limit }),
    ...mutants.map((mutant) => proveMutant(id, mutant, { packages, limit })),
    findUncaught(tests, mutants),
  ]);
  return { problems: lists.flat(), tests, mutants };
}

// The program after `id` still keeps what the exercises before it promise, as far as nothing replaced it.
export async function proveGrowth(id, { packages, limit }) {
  const earlier = [...beforeOf(id, listExercises()), id];
  const results = await checkState(earlier, (folder) => writeSolution(id, folder), { packages, limit, stage: id });
  const broken = [...results.values()].filter(({ result }) => result === 'failed');
  return broken.map(({ criterion, message }) => `criterion ${criterion} no longer holds after exercise ${id}:\n${message}`);
}

// The exercise that replaces a criterion, as its text says: "(until exercise 1.5)".
const endOf = (text = '') => /\(until \[?exercise ([\w.]*\w)/.exec(text)?.[1];

function findMapping(id, tests, criteria) {
  const texts = new Map(textsOf(id, criteria));
  const missing = [...texts.keys()].filter((key) => !tests.some(([tested]) => tested === key));
  const ends = tests.filter(([key, { until }]) => endOf(texts.get(key)?.text) !== until);
  const wrong = tests.filter(([key, { words }]) => !texts.get(key)?.text.includes(words));
  return [
    ...missing.map((key) => `criterion ${key} has no test`),
    ...wrong.map(([key, { words }]) => `no criterion ${key} says "${words}"`),
    ...ends.map(([key, { until }]) => `criterion ${key} says "until exercise ${endOf(texts.get(key)?.text)}", and its test "${until}"`),
  ];
}

async function proveStarter(id, tests, tools) {
  const results = await checkState([id], (folder) => writeStarter(id, folder), tools);
  const silent = tests.filter(([key, { holdsBefore }]) => !holdsBefore && results.get(key)?.result !== 'failed');
  return silent.map(([key]) => `criterion ${key} does not fail on the starter: it asks for nothing new`);
}

async function proveSolution(id, tools) {
  const results = await checkState([id], (folder) => writeSolution(id, folder), tools);
  const bad = [...results.values()].filter(({ result }) => result !== 'passed');
  if (results.size === 0) return ['the check of the solution gave no result'];
  return bad.map(({ criterion, message }) => `criterion ${criterion} fails on the solution:\n${message}`);
}

async function proveMutant(id, mutant, tools) {
  const keys = mutant.caught.map((number) => `${id}/${number}`);
  let fault = null;
  const write = (folder) => {
    writeSolution(id, folder);
    fault = applyMutant(mutant, folder);
  };
  const results = await checkState([id], write, { ...tools, only: keys, patience: MUTANT_PATIENCE_MS });
  if (fault) return [`mutant "${mutant.wrong}": ${fault}`];
  const missed = keys.filter((key) => results.get(key)?.result !== 'failed');
  return missed.map((key) => `mutant "${mutant.wrong}" is not caught by criterion ${key}`);
}

function findUncaught(tests, mutants) {
  const caught = new Set(mutants.flatMap((mutant) => mutant.caught.map(String)));
  return tests.filter(([key]) => !caught.has(key.split('/')[1])).map(([key]) => `criterion ${key} catches no mutant`);
}

// Checks a program in a folder that lives as long as the check: key → { criterion, result, message }.
function checkState(ids, write, { packages, limit, only, patience, stage }) {
  return limit(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'proof-'));
    try {
      write(folder);
      if (packages) symlinkSync(packages, join(folder, 'node_modules'), 'junction');
      return await runCheck(ids, folder, { only, patience, stage });
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

async function runCheck(ids, folder, { only, patience, stage }) {
  const options = [...(only ? ['--only', only.join(',')] : []), ...(stage ? ['--stage', stage] : [])];
  const args = [CHECK, ...ids, '--json', '--dir', folder, ...options];
  const env = { ...process.env, ...(patience && { CHECK_PATIENCE_MS: patience }) };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = (await text(child.stdout)).split('\n').filter(Boolean).map((line) => JSON.parse(line));
  return new Map(lines.map((line) => [line.criterion, line]));
}
