import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, criterion, later } from '../../kit/index.mjs';
import { startShed } from '../../kit/toolshed.mjs';

const SIZE = 52_428_800;
const ARCHIVE = '/archive/photos';
const MB = 1_000_000;
const DEBUG = { DEBUG_ROUTES: '1' };
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

function writeArchive(program, size = SIZE) {
  const bytes = randomBytes(size);
  writeFileSync(join(program.scratch, 'photos.tar'), bytes);
  return bytes;
}

criterion('5.1/1', '`content-length` is `52428800`, and the SHA-256 of the body equals that of the file', async (program) => {
  const bytes = writeArchive(program);
  const server = await startShed(program);
  const answer = await server.get(ARCHIVE, 200);
  assert.equal(answer.headers.get('content-length'), String(SIZE), 'The header content-length');
  assert.equal(answer.type, 'application/x-tar', 'The content type');
  assert.equal(sha256(answer.bytes), sha256(bytes), 'The SHA-256 of the body');
});

// Reads nothing for a second, then everything; gives the number of bytes.
async function readSlowly(server) {
  const res = await server.open('GET', ARCHIVE);
  await pause(1000);
  let size = 0;
  for await (const chunk of res) size += chunk.length;
  return size;
}

// By how many bytes `rss` rises above its value before, while `work` runs.
async function measureRise(server, work) {
  const readRss = async () => (await server.get('/debug/memory', 200)).json.rss;
  const before = await readRss();
  let [most, isDone] = [before, false];
  const done = later(work().finally(() => { isDone = true; }));
  while (!isDone) {
    most = Math.max(most, await readRss());
    await pause(50);
  }
  await done;
  return most - before;
}

async function startWarm(program) {
  writeArchive(program);
  const server = await startShed(program, DEBUG);
  await server.get(ARCHIVE, 200);
  return server;
}

criterion('5.1/2', 'never rises by 30 MB (30,000,000 bytes)', async (program) => {
  const server = await startWarm(program);
  const rise = await measureRise(server, async () => assert.equal(await readSlowly(server), SIZE, 'The bytes that came'));
  assert.ok(rise < 30 * MB, `rss rose by ${Math.round(rise / MB)} MB`);
}, { tries: 3 });

criterion('5.1/3', 'it never rises by 60 MB above the value before', async (program) => {
  const server = await startWarm(program);
  await readSlowly(server);
  const rise = await measureRise(server, () => Promise.all(Array.from({ length: 4 }, () => readSlowly(server))));
  assert.ok(rise < 60 * MB, `rss rose by ${Math.round(rise / MB)} MB`);
}, { tries: 3 });

criterion('5.1/4', 'A client that leaves after 1 MB causes no line on standard error', async (program) => {
  writeArchive(program);
  const server = await startShed(program);
  const before = server.stderr;
  const res = await server.open('GET', ARCHIVE);
  assert.equal(res.statusCode, 200, 'The status');
  let size = 0;
  for await (const chunk of res) {
    size += chunk.length;
    if (size >= MB) break;
  }
  res.destroy();
  await pause(300);
  await server.get('/health', 200);
  assert.equal(server.stderr, before, 'Standard error');
});

criterion('5.1/5', 'Without a token the answer is 401, without the file 404 as problem JSON', async (program) => {
  const server = await startShed(program);
  assert.ok((await server.get(ARCHIVE, 404)).problem, 'The body of 404');
  writeArchive(program, 1000);
  assert.ok((await server.with({ authorization: undefined }).get(ARCHIVE, 401)).problem, 'The body of 401');
  const head = await server.head(ARCHIVE, 200);
  assert.deepEqual([head.headers.get('content-length'), head.bytes.length], ['1000', 0], 'content-length and body of HEAD');
});
