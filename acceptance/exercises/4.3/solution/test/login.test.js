import test from 'node:test';
import assert from 'node:assert/strict';
import { sendJson } from './support/send-json.js';
import { startServer } from './support/start-server.js';

const password = 'correct horse battery';
const requestId = '00000000-0000-4000-8000-000000000000';

test('a wrong password and an unknown address look the same', async (t) => {
  const { url } = await startServer(t);
  const logIn = (json) => sendJson(url, 'POST', '/auth/login', json, { 'x-request-id': requestId });
  await sendJson(url, 'POST', '/accounts', { name: 'Ada', email: 'ada@x.org', password });
  assert.equal((await logIn({ email: 'Ada@x.org', password })).status, 200);
  const [wrong, unknown] = [await logIn({ email: 'ada@x.org', password: 'no' }), await logIn({ email: 'eve@x.org', password })];
  assert.equal(wrong.status, 401);
  assert.deepEqual(unknown.body, wrong.body);
});
