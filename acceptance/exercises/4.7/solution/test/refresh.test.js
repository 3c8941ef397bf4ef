import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendJson } from './support/send-json.js';
import { startServer } from './support/start-server.js';

const ada = { email: 'ada@x.org', password: 'correct horse battery' };

test('of two processes one gets the next token, and its family ends', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'toolshed-'));
  const env = { DB_FILE: join(dir, 'shared.db') };
  const servers = [await startServer(t, env), await startServer(t, env)];
  t.after(() => rm(dir, { recursive: true }));

  const [{ url }] = servers;
  const refresh = (server, { refreshToken }) => sendJson(server.url, 'POST', '/auth/refresh', { refreshToken });
  await sendJson(url, 'POST', '/accounts', { name: 'Ada', ...ada });
  const { body } = await sendJson(url, 'POST', '/auth/login', ada);
  const answers = await Promise.all(servers.map((server) => refresh(server, body)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 401]);

  const winner = answers.find(({ status }) => status === 200).body;
  assert.equal((await refresh(servers[0], winner)).status, 401);
  const me = await sendJson(url, 'GET', '/me', undefined, { authorization: `Bearer ${winner.accessToken}` });
  assert.equal(me.status, 401);
});
