import test from 'node:test';
import assert from 'node:assert/strict';
import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose';
import { logIn } from './support/log-in.js';
import { sendJson } from './support/send-json.js';
import { JWT_KEY, startServer } from './support/start-server.js';

test('each bad token is refused', async (t) => {
  const { url } = await startServer(t);
  const { authorization } = await logIn(url);
  const claims = decodeJwt(authorization.split(' ')[1]);
  const sign = (payload, key = JWT_KEY) => new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(key, 'base64'));
  const statusOf = async (token) => (await sendJson(url, 'GET', '/me', undefined, { authorization: `Bearer ${token}` })).status;

  assert.equal(await statusOf(await sign(claims)), 200);
  const bad = {
    'another key': await sign(claims, Buffer.alloc(32, 'x').toString('base64')),
    'alg none': new UnsecuredJWT(claims).encode(),
    'another aud': await sign({ ...claims, aud: 'clinic' }),
    'no exp': await sign({ ...claims, exp: undefined }),
  };
  for (const [name, token] of Object.entries(bad)) assert.equal(await statusOf(token), 401, name);
});
