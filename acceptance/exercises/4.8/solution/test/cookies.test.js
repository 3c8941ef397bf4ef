import test from 'node:test';
import assert from 'node:assert/strict';
import { logInByCookie } from './support/cookies.js';
import { sendJson } from './support/send-json.js';
import { startServer } from './support/start-server.js';

test('a logout ends the login, not only the cookies', async (t) => {
  const server = await startServer(t);
  const headers = await logInByCookie(server);
  const send = async (method, path) => (await sendJson(server.url, method, path, undefined, headers)).status;
  assert.equal(await send('GET', '/me'), 200);
  assert.equal(await send('POST', '/auth/logout'), 204);
  assert.equal(await send('GET', '/me'), 401);
});
