#!/usr/bin/env node
// Checks a program against the acceptance criteria of the curriculum. Needs Node.js and nothing else.
import { createWriteStream, existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { tap } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { readCriteria } from './kit/criteria.mjs';
import { compareIds, parseId } from './kit/order.mjs';
import { makeTextReport, reportJson, reportJunit } from './kit/report.mjs';
import { exerciseFolder, listExercises, writeStarter } from './kit/states.mjs';

const USAGE = `Usage, in the folder of your program:

  node ${process.argv[1]} 1.4               check exercise 1.4
  node ${process.argv[1]} 1.4 --only 2      only its second criterion (or --only 1,2)
  node ${process.argv[1]} 1.4 --stage 3.2   your program has reached exercise 3.2
  node ${process.argv[1]} 1                 every exercise of unit 1; several ids are allowed
  node ${process.argv[1]} --list [1.4]      the exercises, or the criteria of one
  node ${process.argv[1]} --starter 1.4 DIR write the program as it is before exercise 1.4

  --dir DIR       the folder of the program, if it is not this one
  --junit FILE    also write a JUnit report
  --tap FILE      also write a TAP report
  --json          print one JSON object a criterion instead of text

Exit code 0: all criteria hold. 1: one does not. 2: the check could not be done.`;

const OPTIONS = {
  dir: { type: 'string', default: '.' }, only: { type: 'string' }, stage: { type: 'string' },
  junit: { type: 'string' }, tap: { type: 'string' }, json: { type: 'boolean' },
  list: { type: 'boolean' }, starter: { type: 'string' }, help: { type: 'boolean', short: 'h' },
};

class UsageError extends Error {}

async function main(argv) {
  requireNode(22);
  const { values, positionals } = readArguments(argv);
  if (values.help) return print(USAGE);
  const criteria = readCriteria(join(import.meta.dirname, '..'));
  if (values.starter) return startAt(values.starter, positionals);
  if (values.list) return list(positionals, criteria);
  const ids = positionals.flatMap(findExercises);
  if (ids.length === 0) throw new UsageError(USAGE);
  return check([...new Set(ids)].sort(compareIds), values, criteria);
}

function requireNode(oldest) {
  if (Number(process.versions.node.split('.')[0]) >= oldest) return;
  throw new UsageError(`The checks need Node.js ${oldest} or newer; this is ${process.version}.`);
}

function readArguments(args) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error.message}\n\n${USAGE}`);
  }
}

function findExercises(name) {
  const all = listExercises();
  const found = all.filter((id) => id === name || id.split('.')[0] === name);
  if (found.length > 0) return found;
  throw new UsageError(`There are no checks for "${name}". There are checks for ${all.join(', ')}.`);
}

function startAt(id, [target]) {
  if (!parseId(id) || !listExercises().includes(id)) findExercises(id);
  if (!target) throw new UsageError('Name the folder to write: --starter 1.4 DIR');
  if (existsSync(target) && readdirSync(target).length > 0) throw new UsageError(`${target} is not empty.`);
  writeStarter(id, target);
  print(`Wrote the program before exercise ${id} to ${target}.`);
  if (existsSync(join(target, 'package.json'))) print(`Next: cd ${target} && npm install`);
}

function list(ids, criteria) {
  const wanted = ids.length > 0 ? ids.flatMap(findExercises) : listExercises();
  for (const id of wanted) {
    const own = Object.entries(criteria).filter(([key]) => key.startsWith(`${id}/`));
    print(`${id} ${own[0]?.[1].exercise ?? ''} (${own.length} criteria)`);
    if (ids.length > 0) for (const [key, { text }] of own) print(`  ${key} ${text}`);
  }
}

async function check(ids, values, criteria) {
  const own = Object.entries(criteria).filter(([key]) => ids.includes(key.split('/')[0]));
  Object.assign(process.env, {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --disable-warning=ExperimentalWarning`,
    CHECK_FOLDER: requireFolder(values.dir),
    CHECK_STAGE: readStage(values.stage, ids),
    CHECK_CRITERIA: JSON.stringify(Object.fromEntries(own)),
    ...(values.only && { CHECK_ONLY: readOnly(values.only, ids, criteria) }),
  });
  if (!values.json) print(introduce(ids, own));
  const events = run({ files: ids.map((id) => join(exerciseFolder(id), 'criteria.test.mjs')), concurrency: 1 });
  events.setMaxListeners(0);
  events.on('test:fail', () => (process.exitCode = 1));
  await Promise.all([
    pipeTo(events, values.json ? reportJson : makeTextReport(process.stdout.hasColors?.()), process.stdout),
    values.junit && pipeTo(events, reportJunit, createWriteStream(values.junit)),
    values.tap && pipeTo(events, tap, createWriteStream(values.tap)),
  ]);
}

const introduce = (ids, own) => (ids.length === 1 ? `Exercise ${ids[0]}: ${own[0]?.[1].exercise}\n` : `Exercises ${ids.join(', ')}\n`);

async function pipeTo(events, reporter, target) {
  const text = events.compose(reporter);
  if (target === process.stdout) for await (const part of text) target.write(part);
  else await finished(text.pipe(target));
}

function requireFolder(folder) {
  if (existsSync(folder)) return resolve(folder);
  throw new UsageError(`There is no folder ${folder}.`);
}

function readStage(stage, ids) {
  if (stage === undefined) return ids.at(-1);
  if (!parseId(stage)) throw new UsageError(`--stage needs an exercise such as 3.2, not "${stage}".`);
  const late = ids.find((id) => compareIds(stage, id) < 0);
  if (late) throw new UsageError(`A program at stage ${stage} has not reached exercise ${late} yet.`);
  return stage;
}

function readOnly(only, ids, criteria) {
  const keys = only.split(',').flatMap((number) => (number.includes('/') ? [number] : ids.map((id) => `${id}/${number.trim()}`)));
  const wrong = keys.filter((key) => !(key in criteria));
  if (wrong.length > 0) throw new UsageError(`There is no criterion ${wrong.join(', ')}. See --list ${ids.join(' ')}.`);
  return keys.join(',');
}

function print(text) {
  process.stdout.write(`${text}\n`);
}

// Whoever reads the output may stop doing so: check.mjs 1.4 | head
process.stdout.on('error', () => process.exit(1));

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError) && error.code === undefined) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
