import test from 'node:test';
import assert from 'node:assert/strict';
import { startServer } from './support/start-server.js';

test('one origin may read the answers, and no other', async (t) => {
  const { url } = await startServer(t, { CORS_ORIGINS: 'https://desk.example' });
  const allowed = async (origin) => (await fetch(`${url}/tools`, { headers: { origin } })).headers.get('access-control-allow-origin');
  assert.equal(await allowed('https://desk.example'), 'https://desk.example');
  assert.equal(await allowed('https://evildesk.example'), null);
});
