import { assert, criterion, stillHolds } from '../../kit/index.mjs';
import { assertSixth, CONVERT, inTime } from '../../kit/limits.mjs';

// Runs a module test: `script` moves `time` and calls take(); gives what it hands to show().
async function runBucket(program, settings, script) {
  const { code, stdout, stderr, ms } = await program.evaluate(`
    import { createTokenBucket } from './src/token-bucket.js';
    let time = 0;
    const bucket = createTokenBucket({ ...${JSON.stringify(settings)}, now: () => time });
    const take = () => bucket.take('a');
    const shown = [];
    const show = (value) => shown.push(value);
    ${script}
    console.log(JSON.stringify(shown));
  `);
  assert.equal(code, 0, `The exit code of the module test; standard error: ${stderr}`);
  return { shown: JSON.parse(stdout), ms };
}

const SLOW = { capacity: 3, refill: 2, everyMs: 1000 };

criterion('1b.5/1', 'three takes are allowed, the fourth is refused with `resetMs` 500', async (program) => {
  const { shown } = await runBucket(program, SLOW, `
    for (let at = 0; at < 4; at += 1) show(take().allowed);
    show(take().resetMs);
    for (time of [499, 500]) show(take().allowed);
    show(take().allowed);
  `);
  assert.deepEqual(shown, [true, true, true, false, 500, false, true, false], 'What the takes at 0, 499 and 500 ms gave');
});

criterion('1b.5/2', 'the tries at 10 to 90 ms are refused, the one at 100 ms is allowed', async (program) => {
  const script = 'for (; time <= 200; time += 10) show(take().allowed ? time : null);';
  const { shown } = await runBucket(program, { capacity: 1, refill: 10, everyMs: 1000 }, script);
  assert.deepEqual(shown.filter((time) => time !== null), [0, 100, 200], 'The times at which a try was allowed');
  const odd = await runBucket(program, { capacity: 1, refill: 100, everyMs: 60_000 }, 'for (; time <= 1800; time += 1) if (take().allowed) show(time);');
  assert.deepEqual(odd.shown, [0, 600, 1200, 1800], 'The times with 100 tokens per minute and one try every millisecond');
});

criterion('1b.5/3', 'exactly 3 takes in a row are allowed, and `remaining` is never above 2', async (program) => {
  const { shown } = await runBucket(program, SLOW, `
    take();
    time = 3_600_000;
    for (let at = 0; at < 5; at += 1) { const { allowed, remaining } = take(); show([allowed, remaining]); }
  `);
  assert.deepEqual(shown, [[true, 2], [true, 1], [true, 0], [false, 0], [false, 0]], 'Allowed and remaining after an hour');
});

criterion('1b.5/4', 'The module test ends in under a second', async (program) => {
  const tests = program.list('test').filter((file) => /bucket.*\.js$/.test(file));
  assert.ok(tests.length > 0, 'There is no file in test/ whose name contains "bucket"');
  for (const file of tests) {
    const { code, stdout } = await program.run(file, [], { node: ['--test', '--test-reporter=tap'] });
    assert.equal(code, 0, `The exit code of node --test ${file}`);
    const ms = Number(/^# duration_ms ([\d.]+)/m.exec(stdout)?.[1]);
    const inside = [...stdout.matchAll(/^\s+duration_ms: ([\d.]+)/gm)].map(([, time]) => Number(time));
    assert.ok(inside.length > 0 && Math.max(...inside) < 1000, `The slowest test of ${file} took ${Math.max(...inside)} of ${ms} ms`);
  }
}, { tries: 3 });

criterion('1b.5/5', 'With `LIMITER=bucket` the criteria of exercises 1b.1 to 1b.4 hold', async (program) => {
  const { code, stderr } = await program.run('src/server.js', [], { env: { LIMITER: 'leaky' } });
  assert.equal(code, 1, 'The exit code with LIMITER=leaky');
  assert.match(stderr, /\bLIMITER\b/, 'Standard error with LIMITER=leaky');
  const bucket = program.with({ LIMITER: 'bucket' });
  const { server } = await inTime(() => bucket.start({ LIMIT: '5', WINDOW_MS: '5000' }), (started) => assertSixth(started, CONVERT), 900);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await server.get(CONVERT, 200);
  await server.get(CONVERT, 429);
  await stillHolds('1b.1/2', '1b.1/3', '1b.1/4', '1b.1/5', '1b.2', '1b.3/1', '1b.3/2', '1b.3/3', '1b.3/5', '1b.4')(bucket);
}, { tries: 3 });
