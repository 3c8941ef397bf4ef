import test from 'node:test';
import assert from 'node:assert/strict';
import { emailKey } from '../src/email-key.js';

test('one address has one key', () => {
  assert.equal(emailKey(' Ada@X.org '), 'ada@x.org');
});
