import { assert, criterion } from '../../kit/index.mjs';
import { CONVERT, inTime, sendMany, statusesOf } from '../../kit/limits.mjs';

const KEYS = { LIMIT: '5', WINDOW_MS: '60000', API_KEYS: 'anna-1,ben-2' };
const withKey = (key) => ({ headers: { 'x-api-key': key } });
const five = (last) => [...Array(5).fill(200), last];

async function assertStatuses(server, expected, options, what) {
  assert.deepEqual(statusesOf(await sendMany(server, expected.length, CONVERT, options)), expected, `The statuses of requests ${what}`);
}

criterion('1b.3/1', 'after five requests with `anna-1` its sixth gets 429', async (program) => {
  await inTime(() => program.start(KEYS), async (server) => {
    await assertStatuses(server, five(429), withKey('anna-1'), 'with anna-1');
    await assertStatuses(server, [200], withKey('ben-2'), 'with ben-2');
  }, 5000);
});

criterion('1b.3/2', 'Requests without a key share a count of their own', async (program) => {
  await inTime(() => program.start(KEYS), async (server) => {
    await assertStatuses(server, five(429), withKey('anna-1'), 'with anna-1');
    await assertStatuses(server, five(429), {}, 'without a key');
    await assertStatuses(server, five(429), withKey('ben-2'), 'with ben-2');
  }, 5000);
});

criterion('1b.3/3', 'six requests with six different unknown keys: the sixth gets 429', async (program) => {
  for (const keys of [KEYS, { ...KEYS, API_KEYS: undefined }]) {
    await inTime(() => program.start(keys), async (server) => {
      const names = ['x', '', 'constructor', '__proto__', 'anna', 'anna-1,ben-2'];
      const statuses = [];
      for (const name of names) statuses.push((await server.get(CONVERT, null, withKey(name))).status);
      assert.deepEqual(statuses, five(429), 'The statuses');
    }, 5000);
  }
}, { holdsBefore: true });

criterion('1b.3/4', 'the next `take` leaves a `size` of at most 1,000', async (program) => {
  const { code, stdout, stderr } = await program.evaluate(`
    import { createFixedWindow } from './src/fixed-window.js';
    let time = 0;
    const limiter = createFixedWindow({ limit: 5, windowMs: 1000, now: () => time });
    const sizes = [];
    for (const round of ['a', 'b']) {
      for (let client = 0; client < 10_000; client += 1) limiter.take(round + client);
      sizes.push(limiter.size);
      time += 1001;
      limiter.take('one');
      sizes.push(limiter.size);
    }
    console.log(JSON.stringify(sizes));
  `);
  assert.equal(code, 0, `The exit code of the module test; standard error: ${stderr}`);
  const [full, swept, again, sweptAgain] = JSON.parse(stdout);
  assert.ok(full >= 10_000 && again >= 10_000, `The size after 10,000 clients: ${full} and ${again}`);
  assert.ok(swept <= 1000 && sweptAgain <= 1000, `The size after the next take: ${swept} and ${sweptAgain}`);
});

criterion('1b.3/5', 'No line on standard output contains a key', async (program) => {
  const server = await program.start(KEYS);
  for (const key of ['anna-1', 'stranger-7']) await server.get(CONVERT, 200, withKey(key));
  const { result } = await inTime(() => program.start(KEYS), (started) => sendMany(started, 6, CONVERT, withKey('anna-1')), 5000);
  assert.equal(result.at(-1).status, 429, 'The status of the sixth request with anna-1');
  await server.line(2);
  assert.doesNotMatch(server.stdout, /anna-1|ben-2|stranger-7/, 'Standard output');
}, { holdsBefore: true });
