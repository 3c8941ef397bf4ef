import test from 'node:test';
import assert from 'node:assert/strict';
import { hashPassword, verifyPassword } from '../src/passwords.js';

test('only the right password fits', async () => {
  const stored = await hashPassword('correct horse battery', { ln: 10, r: 8, p: 3 });
  assert.equal(await verifyPassword('correct horse battery', stored), true);
  assert.equal(await verifyPassword('Correct horse battery', stored), false);
});
