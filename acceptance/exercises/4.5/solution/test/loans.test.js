import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logIn } from './support/log-in.js';
import { sendJson } from './support/send-json.js';
import { startServer } from './support/start-server.js';

async function add(url, path, json, headers) {
  const { status, body } = await sendJson(url, 'POST', path, json, headers);
  assert.equal(status, 201);
  return body;
}

test('two processes lend one copy once', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'toolshed-'));
  const env = { DB_FILE: join(dir, 'shared.db') };
  const servers = [await startServer(t, env), await startServer(t, env)];
  t.after(() => rm(dir, { recursive: true }));

  const [{ url }] = servers;
  const headers = await logIn(url);
  const { id: toolId } = await add(url, '/tools', { name: 'Drill', price: 450 });
  await add(url, `/tools/${toolId}/copies`, { serialNumber: 'DR-001' });
  const answers = await Promise.all(servers.map((server) => sendJson(server.url, 'POST', '/loans', { toolId }, headers)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);

  const { id } = answers.find(({ status }) => status === 201).body;
  assert.equal((await sendJson(url, 'PUT', `/loans/${id}/return`, undefined, headers)).status, 200);
  assert.deepEqual((await sendJson(url, 'GET', `/tools/${toolId}/stock`)).body, { copies: 1, free: 1 });
});

test('a loan of something unknown names it', async (t) => {
  const { url } = await startServer(t);
  const { status, body } = await sendJson(url, 'POST', '/loans', { toolId: 'x' }, await logIn(url));
  assert.equal(status, 422);
  assert.deepEqual(body.errors.map(({ path }) => path), ['toolId']);
});

test('a loan of Ada is no business of Bo', async (t) => {
  const { url } = await startServer(t);
  const [ada, bo] = [await logIn(url), await logIn(url, 'bo@x.org')];
  const { id: toolId } = await add(url, '/tools', { name: 'Drill', price: 450 });
  await add(url, `/tools/${toolId}/copies`, { serialNumber: 'DR-001' });
  const { id } = await add(url, '/loans', { toolId }, ada);
  assert.equal((await sendJson(url, 'GET', `/loans/${id}`, undefined, bo)).status, 404);
  assert.equal((await sendJson(url, 'PUT', `/loans/${id}/return`, undefined, bo)).status, 404);
  assert.deepEqual((await sendJson(url, 'GET', '/loans', undefined, bo)).body, { items: [], total: 0 });
});
