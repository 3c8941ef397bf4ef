import test from 'node:test';
import assert from 'node:assert/strict';
import { sendJson } from './support/send-json.js';
import { startServer } from './support/start-server.js';

test('of two registrations at once one wins', async (t) => {
  const { url } = await startServer(t);
  const register = (email) => sendJson(url, 'POST', '/accounts', { name: 'Bo', email, password: 'correct horse battery' });
  const answers = await Promise.all([register('b@x.org'), register('B@x.org')]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
});
