import { assert, criterion } from '../../kit/index.mjs';
import { addTool, addTools, assertPath, change, listTools, startShed } from '../../kit/toolshed.mjs';

const FULL = { name: 'Drill', price: 450, available: false, shelf: 'B7', note: 'heavy' };
const SAW = { name: 'Saw', price: 700 };
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const put = (server, { id }, status, json) => change(server, 'PUT', `/tools/${id}`, status, { json });

criterion('2.5/1', 'the body has `available` true, `shelf` null and `note` null', async (program) => {
  const server = await startShed(program);
  const tool = await addTool(server, FULL);
  const { json } = await put(server, tool, 200, SAW);
  const { name, price, available, shelf, note } = json;
  assert.deepEqual({ name, price, available, shelf, note }, { ...SAW, available: true, shelf: null, note: null }, 'The members');
});

criterion('2.5/2', '`id` and `createdAt` are the same as before', async (program) => {
  const server = await startShed(program);
  const tool = await addTool(server, FULL);
  const { json } = await put(server, tool, 200, SAW);
  assert.deepEqual([json.id, json.createdAt], [tool.id, tool.createdAt], 'The members id and createdAt');
  assert.deepEqual((await server.get(`/tools/${tool.id}`, 200)).json, json, 'The body of GET');
});

criterion('2.5/3', '`PUT` without `name`, without `price` or with a member `id` answers 422', async (program) => {
  const server = await startShed(program);
  const tool = await addTool(server, FULL);
  for (const [json, path] of [[{ price: 700 }, 'name'], [{ name: 'Saw' }, 'price'], [{ ...SAW, id: tool.id }, 'id']]) {
    assertPath(await put(server, tool, 422, json), path);
    assert.deepEqual((await server.get(`/tools/${tool.id}`, 200)).json, tool, `The tool after ${JSON.stringify(json)}`);
  }
});

criterion('2.5/4', 'The same PUT twice gives two identical bodies, `updatedAt` included', async (program) => {
  const server = await startShed(program);
  const tool = await addTool(server, FULL);
  await pause(20);
  const first = await put(server, tool, 200, SAW);
  assert.ok(first.json.updatedAt > tool.updatedAt, `updatedAt was ${tool.updatedAt} and is ${first.json.updatedAt}`);
  await pause(20);
  const second = await put(server, tool, 200, SAW);
  assert.equal(second.text, first.text, 'The body of the second');
});

criterion('2.5/5', '`PUT /tools/no-such-id` answers 404, and the list is not longer afterwards', async (program) => {
  const server = await startShed(program);
  const [one, two, three] = await addTools(server, [FULL, { name: 'Axe' }, { name: 'Ladder' }]);
  assert.ok((await put(server, { id: 'no-such-id' }, 404, SAW)).problem, 'The body of 404');
  const changed = (await put(server, one, 200, SAW)).json;
  assert.deepEqual(await listTools(server), [changed, two, three], 'The list');
});
