import { assert, criterion } from '../../kit/index.mjs';
import { CONVERT, inTime, readNumber, sendMany, statusesOf } from '../../kit/limits.mjs';

const TEN = { LIMITER: 'bucket', LIMIT: '10', WINDOW_MS: '60000' };
const LABEL = { json: { name: 'Saw', shelf: 'B7' } };
// A token comes in every 6 s: what takes longer says nothing.
const LIMIT_MS = 5000;

const restOf = (answer) => readNumber(answer, 'ratelimit', 'r');

// The statuses and the rests of POSTs to these paths.
async function printLabels(server, paths) {
  const printed = [];
  for (const path of paths) {
    const answer = await server.post(path, null, LABEL);
    printed.push([answer.status, restOf(answer)]);
  }
  return printed;
}

criterion('1b.6/1', 'two `POST /labels` answer 200, with `r=5` and `r=0`', async (program) => {
  await inTime(() => program.start(TEN), async (server) => {
    assert.deepEqual(await printLabels(server, ['/labels', '/labels']), [[200, 5], [200, 0]], 'Status and r of two POST /labels');
    await server.get(CONVERT, 429);
  }, LIMIT_MS);
});

// After six conversions, four tokens are left, and labels cost five.
async function convertSix(server) {
  assert.deepEqual(statusesOf(await sendMany(server, 6)), Array(6).fill(200), 'The statuses of six conversions');
  return server.post('/labels', 429, LABEL);
}

criterion('1b.6/2', 'after six conversions a `POST /labels` answers 429, its `r` is 4', async (program) => {
  await inTime(() => program.start(TEN), async (server) => {
    assert.equal(restOf(await convertSix(server)), 4, 'The value of r in the 429');
    assert.deepEqual(statusesOf(await sendMany(server, 5)), [200, 200, 200, 200, 429], 'The statuses of five more conversions');
  }, LIMIT_MS);
});

criterion('1b.6/3', '`POST /LABELS` and `POST /labels/` cost 5 as well', async (program) => {
  await inTime(() => program.start(TEN), async (server) => {
    assert.deepEqual(await printLabels(server, ['/LABELS', '/labels/']), [[200, 5], [200, 0]], 'Status and r');
  }, LIMIT_MS);
});

criterion('1b.6/4', 'one token is missing, and a token comes every 6 seconds', async (program) => {
  // What has come in since the first request shortens the wait.
  await inTime(() => program.start(TEN), async (server) => {
    assert.equal((await convertSix(server)).headers.get('retry-after'), '6', 'The header Retry-After');
  }, 900);
});

criterion('1b.6/5', 'standard error names `LIMIT` and the cost 5', async (program) => {
  const { code, stderr } = await program.run('src/server.js', [], { env: { ...TEN, LIMIT: '4' } });
  assert.equal(code, 1, 'The exit code with LIMIT=4');
  assert.match(stderr, /\bLIMIT\b/, 'Standard error');
  assert.match(stderr, /\b5\b/, 'Standard error');
  const server = await program.start({ ...TEN, LIMIT: '5' });
  await server.post('/labels', 200, LABEL);
});
