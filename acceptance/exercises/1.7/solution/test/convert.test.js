import test from 'node:test';
import assert from 'node:assert/strict';
import { convert } from '../src/convert.js';

test('converts between units', () => {
  assert.equal(convert(10, 'cm', 'in'), 3.94);
  assert.equal(convert(-2.5, 'in', 'mm'), -63.5);
});
