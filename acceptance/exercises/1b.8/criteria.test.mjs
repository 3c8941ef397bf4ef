import { assert, criterion, stillHolds } from '../../kit/index.mjs';
import { CONVERT, inTime } from '../../kit/limits.mjs';

// A bucket refills bit by bit, and the module tests of the window are about the window.
const OF_EACH = ['1b.1/2', '1b.1/3', '1b.1/4', '1b.1/5', '1b.2', '1b.3/1', '1b.3/2', '1b.3/3', '1b.3/5', '1b.4'];
const LIMITERS = ['window', 'bucket', 'library'];

criterion('1b.8/1', 'hold with `LIMITER=window` and `LIMITER=library`', async (program) => {
  for (const name of ['library', 'window']) await stillHolds('1b.1', '1b.2', '1b.3', '1b.4')(program.with({ LIMITER: name }));
  await stillHolds(...OF_EACH)(program.with({ LIMITER: 'bucket' }));
});

async function assertShared(program, name) {
  const prepare = () => program.start({ LIMITER: name, LIMIT: '5', WINDOW_MS: '60000', TRUST_PROXY: '1' });
  await inTime(prepare, async (server) => {
    const statuses = [];
    for (const address of [...Array(3).fill('2001:db8:1:2300::1'), ...Array(3).fill('2001:db8:1:23ff::9'), '2001:db8:1:2400::1']) {
      statuses.push((await server.get(CONVERT, null, { headers: { 'x-forwarded-for': address } })).status);
    }
    assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429, 200], `The statuses with LIMITER=${name}`);
  }, 5000);
}

criterion('1b.8/2', '`X-Forwarded-For: 2001:db8:1:2300::1` and `2001:db8:1:23ff::9` share a count', async (program) => {
  for (const name of LIMITERS) await assertShared(program, name);
});

criterion('1b.8/3', 'The tests of exercises 1b.5 to 1b.7 pass without a change, too', stillHolds('1b.5', '1b.6', '1b.7'), { holdsBefore: true });

criterion('1b.8/4', 'no line on standard error contains `ValidationError`', async (program) => {
  for (const env of [{}, { TRUST_PROXY: '1' }]) {
    const server = await program.start({ LIMITER: 'library', LIMIT: '3', API_KEYS: 'anna-1', ...env });
    for (const key of ['anna-1', undefined]) {
      const headers = { 'x-api-key': key, 'x-forwarded-for': env.TRUST_PROXY && '2001:db8::1' };
      const answers = [];
      for (let sent = 0; sent < 4; sent += 1) answers.push((await server.get(CONVERT, null, { headers })).status);
      assert.deepEqual(answers, [200, 200, 200, 429], 'The statuses');
    }
    await server.stop();
    assert.doesNotMatch(server.stderr, /ValidationError/, 'Standard error');
  }
});
