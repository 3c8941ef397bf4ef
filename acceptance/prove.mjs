#!/usr/bin/env node
// Proves the checks of exercises: see README.md. `python -m tools.acceptance` starts it with the right Node.js and packages.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCriteria } from './kit/criteria.mjs';
import { startPostgres } from './kit/postgres.mjs';
import { isProved, prove, proveGrowth, recordProof } from './kit/proof.mjs';
import { listExercises } from './kit/states.mjs';

const USAGE = `node prove.mjs 1.4 2.1        prove these exercises and record it in their proof.json
node prove.mjs --stale       prove the exercises whose proof is missing or out of date, and record it
node prove.mjs --all         prove every exercise; nothing is recorded
node prove.mjs --growth [5.7] the program at the end of each unit, or after these exercises, keeps all earlier promises
node prove.mjs --ci          no proof may be stale; prove what the branch changed and a sample, for --seconds (240);
                             what the branch did not change is not held against it if it fails only by chance

  --packages DIR   the node_modules folder that the solutions use
  --jobs N         checks at a time (default: one for each processor)`;

const OPTIONS = {
  stale: { type: 'boolean' }, all: { type: 'boolean' }, growth: { type: 'boolean' }, ci: { type: 'boolean' },
  seconds: { type: 'string', default: '240' }, seed: { type: 'string' }, packages: { type: 'string' },
  jobs: { type: 'string', default: String(availableParallelism()) }, help: { type: 'boolean' },
};

// How often an exercise is proved again, alone, to tell a failure by chance from others.
const REPEATS = 2;

// Exercises that need a server of another kind, and who starts it: { url, stop }.
const SERVERS = { '3.11': { variable: 'DATABASE_URL', start: startPostgres } };

const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
const criteria = readCriteria(join(import.meta.dirname, '..'));
const all = listExercises();
const stale = all.filter((id) => !isProved(id, criteria));
const limit = makeLimit(Number(values.jobs));
const totals = { exercises: 0, criteria: 0, mutants: 0, problems: 0, chances: 0 };
const began = performance.now();
const seconds = () => Math.round((performance.now() - began) / 1000);

if (values.help || !(values.stale || values.all || values.growth || values.ci || positionals.length > 0)) console.log(USAGE);
else if (values.ci) await proveChanges();
else if (values.growth) await proveUnits();
else await proveEach(values.all ? all : values.stale ? stale : positionals, { record: !values.all });

async function proveChanges() {
  for (const id of stale) report(id, ['the proof is missing or out of date: run python -m tools.acceptance --stale, and commit the proof.json']);
  const seed = values.seed ?? git('rev-parse', 'HEAD') ?? 'none';
  const changed = listChanged();
  const order = [...shuffle(changed, seed), ...shuffle(all.filter((id) => !changed.includes(id)), seed)];
  console.log(`Proving ${changed.length} changed exercises and a sample, seed ${seed}, for ${values.seconds} s`);
  await proveEach(order, { until: Number(values.seconds), forgiven: all.filter((id) => !changed.includes(id)) });
}

async function proveUnits() {
  const unitOf = (id) => id.split('.')[0];
  const ends = all.filter((other, at) => unitOf(other) !== unitOf(all[at + 1] ?? ''));
  for (const id of positionals.length > 0 ? positionals : ends) {
    report(id, await proveGrowth(id, { packages: values.packages, limit }));
    console.log(`${id}: the program was checked against all exercises before it, ${seconds()} s`);
  }
}

// Proves an exercise beside the server that it needs; null where that is not installed.
async function proveBesideServer(id, places = limit) {
  const { variable, start } = SERVERS[id] ?? {};
  const server = start && !process.env[variable] ? await start() : { url: process.env[variable] };
  if (!server) return null;
  if (variable) process.env[variable] = server.url;
  try {
    return await prove(id, criteria, { packages: values.packages, limit: places });
  } finally {
    server.stop?.();
    if (server.stop) delete process.env[variable];
  }
}

async function proveEach(ids, { record = false, until = Infinity, forgiven = [] }) {
  for (const id of ids) {
    if (seconds() > until) {
      console.log(`${ids.length - ids.indexOf(id)} exercises are left to the scheduled run`);
      break;
    }
    const start = performance.now();
    const proof = await proveBesideServer(id);
    if (!proof) {
      console.log(`${id}: not proved here, for want of ${SERVERS[id].variable}`);
      continue;
    }
    const { problems, tests, mutants } = proof;
    const failures = problems.length > 0 && forgiven.includes(id) ? await countFailures(id) : 0;
    if (failures > 0) tellChance(id, problems, failures);
    else report(id, problems);
    console.log(`${id}: ${tests.length} criteria, ${mutants.length} mutants, ${((performance.now() - start) / 1000).toFixed(1)} s${problems.length ? '' : ', proved'}`);
    if (record && problems.length === 0) recordProof(id, criteria, { mutants });
    totals.exercises += 1;
    totals.criteria += tests.length;
    totals.mutants += mutants.length;
  }
  console.log(`${totals.exercises} exercises, ${totals.criteria} criteria, ${totals.mutants} mutants, ${totals.problems} problems${totals.chances > 0 ? `, and ${totals.chances} by chance` : ''}, ${seconds()} s`);
}

// In how many proofs an exercise that failed has failed until one of it alone holds; 0 if none does.
async function countFailures(id) {
  for (let failures = 1; failures <= REPEATS; failures += 1) {
    const { problems } = await proveBesideServer(id, makeLimit(1));
    if (problems.length === 0) return failures;
  }
  return 0;
}

function tellChance(id, problems, failures) {
  for (const problem of problems) console.log(`${id}: by chance: ${problem}`);
  console.log(`${id}: fails by chance, in ${failures} of ${failures + 1} proofs. This change does not touch it and may land; mend the criterion all the same`);
  totals.chances += problems.length;
}

function report(id, problems) {
  for (const problem of problems) console.log(`${id}: ${problem}`);
  totals.problems += problems.length;
  if (problems.length > 0) process.exitCode = 1;
}

// The exercises that differ from the branch's beginning, or from the last commit: all of them where their kit does.
function listChanged() {
  const base = git('merge-base', 'HEAD', 'origin/main') ?? git('merge-base', 'HEAD', 'main');
  const from = base && base !== git('rev-parse', 'HEAD') ? base : 'HEAD~1';
  const files = git('diff', '--name-only', from, '--', 'acceptance') ?? '';
  if (/^acceptance\/(kit\/|check\.mjs)/m.test(files)) return all;
  const named = new Set([...files.matchAll(/acceptance\/exercises\/([^/]+)\//g)].map(([, id]) => id));
  return all.filter((id) => named.has(id));
}

function git(...args) {
  try {
    return execFileSync('git', args, { cwd: join(import.meta.dirname, '..'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

function shuffle(ids, seed) {
  const key = (id) => createHash('sha256').update(`${seed} ${id}`).digest('hex');
  return ids.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function makeLimit(places) {
  const waiting = [];
  let free = places;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      if (waiting.length > 0) waiting.shift()();
      else free += 1;
    }
  };
}
