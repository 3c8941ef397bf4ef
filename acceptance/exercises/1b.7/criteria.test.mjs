import { assert, criterion, later, measureSlack } from '../../kit/index.mjs';
import { pause, sendMany, statusesOf } from '../../kit/limits.mjs';

const PLACES = { DEBUG_ROUTES: '1', MAX_IN_FLIGHT: '2', MAX_WAITING: '1' };
const slow = (ms) => `/debug/slow?ms=${ms}`;

// Sends requests at once: [{ status, ms, answer }], where `ms` is the time since the start.
async function sendAtOnce(server, count, path) {
  const began = performance.now();
  return Promise.all(Array.from({ length: count }, async () => {
    const answer = await server.get(path, null);
    return { status: answer.status, ms: performance.now() - began, answer };
  }));
}

async function assertFour(server) {
  const slack = await measureSlack();
  const results = await sendAtOnce(server, 4, slow(200));
  const [good, refused] = [200, 503].map((status) => results.filter((result) => result.status === status));
  assert.deepEqual([good.length, refused.length], [3, 1], `The numbers of 200 and 503: ${statusesOf(results)}`);
  const last = Math.max(...good.map(({ ms }) => ms));
  assert.ok(last >= 390 && last < 700 + slack, `The last 200 came after ${Math.round(last)} ms`);
  assert.ok(refused[0].ms < 150 + slack, `The 503 came after ${Math.round(refused[0].ms)} ms`);
  assert.match(refused[0].answer.headers.get('retry-after') ?? '', /^\d+$/, 'The header Retry-After of the 503');
}

criterion('1b.7/1', 'three answer 200, the last of them 390 to 700 ms after the start', async (program) => {
  await assertFour(await program.start(PLACES));
}, { tries: 3 });

criterion('1b.7/2', 'no place was lost, and none was given back twice', async (program) => {
  const server = await program.start(PLACES);
  const running = later(sendAtOnce(server, 2, slow(1000)));
  await pause(150);
  await assert.rejects(fetch(server.url + slow(50), { signal: AbortSignal.timeout(100) }), 'The third request waits');
  await pause(100);
  await server.get(slow(50), 200);
  assert.deepEqual(statusesOf(await running), [200, 200], 'The statuses of the two that ran');
  await assertFour(server);
}, { tries: 3 });

criterion('1b.7/3', 'failures give their places back', async (program) => {
  const server = await program.start(PLACES);
  assert.deepEqual(statusesOf(await sendMany(server, 10, '/debug/fail')), Array(10).fill(500), 'The statuses of /debug/fail');
  const slack = await measureSlack();
  const [{ status, ms }] = await sendAtOnce(server, 1, slow(50));
  assert.equal(status, 200, 'The status of the request after the failures');
  assert.ok(ms < 200 + slack, `The request after the failures took ${Math.round(ms)} ms`);
  await assertFour(server);
}, { tries: 3 });

criterion('1b.7/4', '`GET /health` answers 200 while two are running and one is waiting', async (program) => {
  const server = await program.start(PLACES);
  const busy = later(sendAtOnce(server, 3, slow(600)));
  await pause(200);
  await server.get('/health', 200);
  await server.get(slow(1), 503);
  assert.deepEqual(statusesOf(await busy), [200, 200, 200], 'The statuses of the three');
}, { tries: 3 });
