import { assert, criterion, stillHolds } from '../../kit/index.mjs';
import { addTool, addTools, change, listTools, startShed } from '../../kit/toolshed.mjs';

const MODULE_2 = Array.from({ length: 10 }, (_, number) => `2.${number + 1}`);
const THREE = [{ name: 'Saw' }, { name: 'Axe' }, { name: 'Ladder' }];
const idsOf = (items) => items.map(({ id }) => id);

criterion('3.2/1', 'A tool created before `kill -9` is there after the next start', async (program) => {
  const server = await startShed(program);
  const tool = await addTool(server, { available: false, shelf: 'B7', note: 'heavy' });
  const before = await server.get(`/tools/${tool.id}`, 200);
  await server.stop('SIGKILL');
  const next = await startShed(program);
  const after = await next.get(`/tools/${tool.id}`, 200);
  assert.equal(after.text, before.text, 'The body after the restart');
  assert.equal(after.headers.get('etag'), before.headers.get('etag'), 'The ETag after the restart');
});

criterion('3.2/2', 'A second server process on the same `DB_FILE`', async (program) => {
  const first = await startShed(program);
  const one = await addTool(first);
  assert.deepEqual(await listTools(first), [one], 'The list of the first');
  const second = await startShed(program);
  assert.deepEqual(await listTools(second), [one], 'The list of the second');
  const two = await addTool(second, { name: 'Saw' });
  assert.deepEqual(await listTools(first), [one, two], 'The list of the first afterwards');
});

criterion('3.2/3', 'The list is in the order of creation, also after a restart', async (program) => {
  const server = await startShed(program);
  const [one, two, three] = await addTools(server, THREE);
  await change(server, 'PATCH', `/tools/${one.id}`, 200, { json: { name: 'Zange' } });
  await server.delete(`/tools/${two.id}`, 204);
  assert.deepEqual(idsOf(await listTools(server)), [one.id, three.id], 'The list before the restart');
  await server.stop();
  const next = await startShed(program);
  const four = await addTool(next, { name: 'Anvil' });
  assert.deepEqual(idsOf(await listTools(next)), [one.id, three.id, four.id], 'The list after the restart');
});

criterion('3.2/4', '`nextCursor` of that page leads to exactly the fourth', async (program) => {
  const server = await startShed(program);
  const [, two, three] = await addTools(server, THREE);
  const { nextCursor } = (await server.get('/tools?limit=2', 200)).json;
  await server.delete(`/tools/${two.id}`, 204);
  await server.delete(`/tools/${three.id}`, 204);
  const four = await addTool(server, { name: 'Anvil' });
  const { items } = (await server.get(`/tools?limit=2&cursor=${nextCursor}`, 200)).json;
  assert.deepEqual(idsOf(items), [four.id], 'The items of the next page');
}, { holdsBefore: true });

criterion('3.2/5', 'All tests of module 2 pass', stillHolds(...MODULE_2), { holdsBefore: true });
