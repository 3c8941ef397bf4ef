import { assert, criterion } from '../../kit/index.mjs';
import { CONVERT, inTime } from '../../kit/limits.mjs';

const FIVE = { LIMIT: '5', WINDOW_MS: '60000' };

// The statuses of requests with these X-Forwarded-For headers, one after the other.
async function send(server, addresses) {
  const statuses = [];
  for (const address of addresses) statuses.push((await server.get(CONVERT, null, { headers: { 'x-forwarded-for': address } })).status);
  return statuses;
}

async function assertStatuses(program, env, addresses, expected) {
  await inTime(() => program.start({ ...FIVE, ...env }), async (server) => {
    assert.deepEqual(await send(server, addresses), expected, `The statuses for X-Forwarded-For: ${addresses.join(' | ')}`);
  }, 5000);
}

const six = (address) => Array(6).fill(address);
const REFUSED = [200, 200, 200, 200, 200, 429];

criterion('1b.4/1', 'of six requests with six different `X-Forwarded-For` headers, the sixth gets 429', async (program) => {
  await assertStatuses(program, {}, Array.from({ length: 6 }, (_, at) => `203.0.113.${at}`), REFUSED);
}, { holdsBefore: true });

criterion('1b.4/2', 'one with `203.0.113.8` gets 200', async (program) => {
  await assertStatuses(program, { TRUST_PROXY: '1' }, [...six('203.0.113.7'), '203.0.113.8'], [...REFUSED, 200]);
});

criterion('1b.4/3', 'share a count, and so do `::ffff:203.0.113.7` and `203.0.113.7`', async (program) => {
  const forged = Array.from({ length: 6 }, (_, at) => `6.6.6.${at}, 203.0.113.7`);
  await assertStatuses(program, { TRUST_PROXY: '1' }, [...forged, '6.6.6.1, 203.0.113.8'], [...REFUSED, 200]);
  const mapped = [...Array(3).fill('::ffff:203.0.113.7'), ...Array(3).fill('203.0.113.7')];
  await assertStatuses(program, { TRUST_PROXY: '1' }, mapped, REFUSED);
});

criterion('1b.4/4', '`TRUST_PROXY=true` ends the start with exit code 1', async (program) => {
  for (const value of ['true', '6', '-1', '1.5']) {
    const { code, stderr } = await program.run('src/server.js', [], { env: { TRUST_PROXY: value } });
    assert.equal(code, 1, `The exit code with TRUST_PROXY=${value}`);
    assert.match(stderr, /\bTRUST_PROXY\b/, `Standard error with TRUST_PROXY=${value}`);
  }
});
