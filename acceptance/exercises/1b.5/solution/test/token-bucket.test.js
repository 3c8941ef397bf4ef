import test from 'node:test';
import assert from 'node:assert/strict';
import { createTokenBucket } from '../src/token-bucket.js';

test('tokens come in one by one', () => {
  let time = 0;
  const bucket = createTokenBucket({ capacity: 3, refill: 2, everyMs: 1000, now: () => time });
  const take = () => bucket.take('a').allowed;
  assert.deepEqual([take(), take(), take()], [true, true, true]);
  assert.deepEqual(bucket.take('a'), { allowed: false, limit: 3, remaining: 0, resetMs: 500 });
  time = 499;
  assert.equal(take(), false);
  time = 500;
  assert.deepEqual([take(), take()], [true, false]);
});

test('full buckets are forgotten', () => {
  let time = 0;
  const bucket = createTokenBucket({ capacity: 3, refill: 2, everyMs: 1000, now: () => time });
  for (let client = 0; client < 10_000; client += 1) bucket.take(String(client));
  time = 5000;
  bucket.take('a');
  assert.equal(bucket.size, 1);
});
