import assert from 'node:assert/strict';
import { testOnBoth } from './support/databases.js';
import { sendJson } from './support/send-json.js';
import { startServer } from './support/start-server.js';

testOnBoth('a tool is created, read, changed and deleted', async (t, env) => {
  const { url } = await startServer(t, env);
  const made = await sendJson(url, 'POST', '/tools', { name: ' Drill ', price: 450 });
  assert.equal(made.status, 201);
  assert.equal(made.body.name, 'Drill');
  const path = made.headers.get('location');
  const tag = made.headers.get('etag');
  assert.equal((await sendJson(url, 'PATCH', path, { price: 500 })).status, 428);
  const changed = await sendJson(url, 'PATCH', path, { price: 500 }, { 'if-match': tag });
  assert.deepEqual([changed.status, changed.body.price], [200, 500]);
  assert.equal((await sendJson(url, 'PUT', path, { name: 'Saw', price: 1 }, { 'if-match': tag })).status, 412);
  assert.equal((await sendJson(url, 'DELETE', path)).status, 204);
  assert.equal((await sendJson(url, 'GET', path)).status, 404);
});

testOnBoth('all mistakes are reported at once', async (t, env) => {
  const { url } = await startServer(t, env);
  const { status, body } = await sendJson(url, 'POST', '/tools', { name: ' ', price: -1, color: 'red' });
  assert.equal(status, 422);
  assert.deepEqual(body.errors.map(({ path }) => path).sort(), ['color', 'name', 'price']);
});

testOnBoth('the list is filtered, sorted and paged', async (t, env) => {
  const { url } = await startServer(t, env);
  for (const [name, price] of [['Saw', 3], ['Axe', 1], ['Ladder', 3]]) await sendJson(url, 'POST', '/tools', { name, price });
  const names = async (query) => (await sendJson(url, 'GET', `/tools?${query}`)).body.items.map(({ name }) => name);
  assert.deepEqual(await names('sort=-price,name'), ['Ladder', 'Saw', 'Axe']);
  assert.deepEqual(await names('q=a&maxPrice=2'), ['Axe']);
  const { body } = await sendJson(url, 'GET', '/tools?limit=2');
  assert.deepEqual(await names(`limit=2&cursor=${body.nextCursor}`), ['Ladder']);
});
