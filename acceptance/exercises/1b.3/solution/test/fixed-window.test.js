import test from 'node:test';
import assert from 'node:assert/strict';
import { createFixedWindow } from '../src/fixed-window.js';

test('a window begins with its first request and ends on time', () => {
  let time = 500;
  const window = createFixedWindow({ limit: 2, windowMs: 1000, now: () => time });
  assert.deepEqual(window.take('a'), { allowed: true, limit: 2, remaining: 1, resetMs: 1000 });
  assert.equal(window.take('a').allowed, true);
  time = 1499;
  assert.deepEqual(window.take('a'), { allowed: false, limit: 2, remaining: 0, resetMs: 1 });
  assert.equal(window.take('b').allowed, true);
  time = 1500;
  assert.equal(window.take('a').allowed, true);
});
