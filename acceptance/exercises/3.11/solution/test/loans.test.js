import assert from 'node:assert/strict';
import { testOnBoth } from './support/databases.js';
import { sendJson } from './support/send-json.js';
import { startServer } from './support/start-server.js';

async function add(url, path, json) {
  const { status, body } = await sendJson(url, 'POST', path, json);
  assert.equal(status, 201);
  return body;
}

testOnBoth('two processes lend one copy once', async (t, env) => {
  const servers = [await startServer(t, env), await startServer(t, env)];

  const [{ url }] = servers;
  const { id: toolId } = await add(url, '/tools', { name: 'Drill', price: 450 });
  const { id: memberId } = await add(url, '/members', { name: 'Ada' });
  await add(url, `/tools/${toolId}/copies`, { serialNumber: 'DR-001' });
  const answers = await Promise.all(servers.map((server) => sendJson(server.url, 'POST', '/loans', { toolId, memberId })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);

  const { id } = answers.find(({ status }) => status === 201).body;
  assert.equal((await sendJson(url, 'PUT', `/loans/${id}/return`)).status, 200);
  assert.deepEqual((await sendJson(url, 'GET', `/tools/${toolId}/stock`)).body, { copies: 1, free: 1 });
});

testOnBoth('a loan of something unknown names it', async (t, env) => {
  const { url } = await startServer(t, env);
  const { status, body } = await sendJson(url, 'POST', '/loans', { toolId: 'x', memberId: 'y' });
  assert.equal(status, 422);
  assert.deepEqual(body.errors.map(({ path }) => path), ['toolId', 'memberId']);
});
