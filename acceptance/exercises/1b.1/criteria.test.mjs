import { assert, criterion } from '../../kit/index.mjs';
import { assertSixth, CONVERT, inTime, pause, sendMany, statusesOf } from '../../kit/limits.mjs';

const FIVE = { LIMIT: '5', WINDOW_MS: '1000' };

criterion('1b.1/1', 'five `GET /convert/10?from=cm&to=in` answer 200 and the sixth 429', async (program) => {
  const { server, result, began } = await inTime(() => program.start(FIVE), (started) => assertSixth(started, CONVERT), 500);
  const answered = performance.now(); // the window has begun before this
  assert.equal(result.at(-1).problem.status, 429);
  for (let at = 100; at <= 900; at += 100) {
    await pause(Math.max(0, began + at - performance.now()));
    if (performance.now() - began > 900) break; // a slow machine must not begin the next window here
    const { status } = await server.get(CONVERT, null);
    if (performance.now() - began < 990) assert.equal(status, 429, `The status ${at} ms after the first request`);
  }
  await pause(Math.max(0, answered + 1050 - performance.now()));
  await server.get(CONVERT, 200);
}, { tries: 3 });

criterion('1b.1/2', 'Requests for an unknown path count as well', async (program) => {
  await inTime(() => program.start({ ...FIVE, WINDOW_MS: '60000' }), (server) => assertSixth(server, '/nowhere', [404, 429]), 5000);
});

criterion('1b.1/3', 'Twenty `GET /health` answer 200, and they use up nothing', async (program) => {
  const prepare = () => program.start({ ...FIVE, WINDOW_MS: '60000' });
  await inTime(prepare, async (server) => {
    assert.deepEqual(statusesOf(await sendMany(server, 20, '/health')), Array(20).fill(200), 'The statuses of GET /health');
    await assertSixth(server, CONVERT);
    await server.get('/health', 200);
  }, 5000);
});

criterion('1b.1/4', 'Each 429 has its line in the log and its `x-request-id`', async (program) => {
  const prepare = () => program.start({ ...FIVE, WINDOW_MS: '60000' });
  const { server, result } = await inTime(prepare, (started) => assertSixth(started, CONVERT), 5000);
  const id = result.at(-1).headers.get('x-request-id');
  assert.match(id ?? '', /^[0-9a-f-]{36}$/, 'The header x-request-id of the 429');
  await server.line(6);
  const line = server.lines.find((text) => text.includes(id)) ?? '{}';
  assert.equal(JSON.parse(line).status, 429, 'The status in the line of the log');
});

criterion('1b.1/5', '`LIMIT=0` and `WINDOW_MS=fast` end the start with exit code 1', async (program) => {
  for (const [name, value] of [['LIMIT', '0'], ['LIMIT', '1.5'], ['WINDOW_MS', 'fast'], ['WINDOW_MS', '0']]) {
    const { code, stderr } = await program.run('src/server.js', [], { env: { [name]: value } });
    assert.equal(code, 1, `The exit code with ${name}=${value}`);
    assert.match(stderr, new RegExp(`\\b${name}\\b`), `Standard error with ${name}=${value}`);
  }
});
