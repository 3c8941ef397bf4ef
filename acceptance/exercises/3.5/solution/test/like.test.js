import test from 'node:test';
import assert from 'node:assert/strict';
import { escapeLike } from '../src/db/escape-like.js';

test('escapes the wildcards and the escape character', () => {
  assert.equal(escapeLike('50% of a_b!'), '50!% of a!_b!!');
});
