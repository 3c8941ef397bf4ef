import test from 'node:test';
import assert from 'node:assert/strict';
import { logInAsStaff } from './support/log-in.js';
import { sendJson } from './support/send-json.js';
import { startServer } from './support/start-server.js';

test('a tool is created, read, changed and deleted', async (t) => {
  const server = await startServer(t);
  const { url } = server;
  const staff = await logInAsStaff(server);
  const made = await sendJson(url, 'POST', '/tools', { name: ' Drill ', price: 450 }, staff);
  assert.equal(made.status, 201);
  assert.equal(made.body.name, 'Drill');
  const path = made.headers.get('location');
  const tag = made.headers.get('etag');
  assert.equal((await sendJson(url, 'PATCH', path, { price: 500 }, staff)).status, 428);
  const changed = await sendJson(url, 'PATCH', path, { price: 500 }, { ...staff, 'if-match': tag });
  assert.deepEqual([changed.status, changed.body.price], [200, 500]);
  assert.equal((await sendJson(url, 'PUT', path, { name: 'Saw', price: 1 }, { ...staff, 'if-match': tag })).status, 412);
  assert.equal((await sendJson(url, 'DELETE', path, undefined, staff)).status, 204);
  assert.equal((await sendJson(url, 'GET', path)).status, 404);
});

test('all mistakes are reported at once', async (t) => {
  const server = await startServer(t);
  const { url } = server;
  const staff = await logInAsStaff(server);
  const { status, body } = await sendJson(url, 'POST', '/tools', { name: ' ', price: -1, color: 'red' }, staff);
  assert.equal(status, 422);
  assert.deepEqual(body.errors.map(({ path }) => path).sort(), ['color', 'name', 'price']);
});

test('the list is filtered, sorted and paged', async (t) => {
  const server = await startServer(t);
  const { url } = server;
  const staff = await logInAsStaff(server);
  for (const [name, price] of [['Saw', 3], ['Axe', 1], ['Ladder', 3]]) await sendJson(url, 'POST', '/tools', { name, price }, staff);
  const names = async (query) => (await sendJson(url, 'GET', `/tools?${query}`)).body.items.map(({ name }) => name);
  assert.deepEqual(await names('sort=-price,name'), ['Ladder', 'Saw', 'Axe']);
  assert.deepEqual(await names('q=a&maxPrice=2'), ['Axe']);
  const { body } = await sendJson(url, 'GET', '/tools?limit=2');
  assert.deepEqual(await names(`limit=2&cursor=${body.nextCursor}`), ['Ladder']);
});
