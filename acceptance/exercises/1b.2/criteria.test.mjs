import { assert, criterion } from '../../kit/index.mjs';
import { assertSixth, CONVERT, inTime, pause, readNumber, sendUntilRefused } from '../../kit/limits.mjs';

const FIVE = { LIMIT: '5', WINDOW_MS: '1000' };

criterion('1b.2/1', 'a `RateLimit-Policy` that contains `q=` with LIMIT and `w=` with the window in seconds', async (program) => {
  const server = await program.start({ LIMIT: '5', WINDOW_MS: '90000' });
  const answers = [
    await server.get(CONVERT, 200), await server.get('/nowhere', 404), await server.get('/convert/ten?from=cm&to=in', 400),
    await server.get('/convert/1?from=m&to=cm', 200), await server.delete('/labels', 405), await server.get(CONVERT, 429),
  ];
  for (const answer of answers) {
    assert.deepEqual(['q', 'w'].map((name) => readNumber(answer, 'ratelimit-policy', name)), [5, 90], `${answer.request}: q and w`);
    for (const name of ['r', 't']) readNumber(answer, 'ratelimit', name);
  }
  const health = await server.get('/health', 200);
  assert.deepEqual(['ratelimit-policy', 'ratelimit'].map((name) => health.headers.get(name)), [null, null], 'The headers of /health');
});

criterion('1b.2/2', 'the values of `r` in the first five answers are 4, 3, 2, 1, 0', async (program) => {
  const prepare = () => program.start({ ...FIVE, WINDOW_MS: '60000' });
  const { result } = await inTime(prepare, (server) => assertSixth(server, CONVERT), 5000);
  assert.deepEqual(result.map((answer) => readNumber(answer, 'ratelimit', 'r')), [4, 3, 2, 1, 0, 0], 'The values of r');
});

criterion('1b.2/3', 'A request sent that many seconds later answers 200', async (program) => {
  for (const window of ['1000', '1400']) {
    const server = await program.start({ ...FIVE, WINDOW_MS: window });
    const after = (await sendUntilRefused(server)).headers.get('retry-after') ?? '';
    assert.match(after, /^[1-9]\d*$/, 'The header Retry-After');
    await pause(Number(after) * 1000 + 20);
    await server.get(CONVERT, 200);
  }
}, { tries: 3 });

criterion('1b.2/4', 'the polite client prints ten lines with 200, and after each line with 429 one with 200', async (program) => {
  const server = await program.start(FIVE);
  const { code, stdout } = await program.run('src/polite-client.js', [`${server.url}${CONVERT}`], { limit: 30_000 });
  const lines = stdout.split('\n').filter(Boolean).map((line) => /\b(200|429)\b/.exec(line)?.[1]);
  assert.equal(code, 0, 'The exit code');
  assert.equal(lines.filter((status) => status === '200').length, 10, `The number of lines with 200 in:\n${stdout}`);
  assert.ok(lines.includes('429'), `No line has 429:\n${stdout}`);
  assert.ok(lines.every((status, at) => status !== '429' || lines[at + 1] === '200'), `A line with 429 is not followed by one with 200:\n${stdout}`);
}, { tries: 3 });
