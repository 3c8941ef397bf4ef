import { assert, criterion } from '../../kit/index.mjs';
import { addTool, addTools, listTools, startShed } from '../../kit/toolshed.mjs';

criterion('2.2/1', 'On a fresh server, the body of `GET /tools` is exactly `{"items":[]}`', async (program) => {
  const server = await startShed(program);
  assert.equal((await server.get('/tools', 200)).text, '{"items":[]}', 'The body');
}, { until: '2.8' });

criterion('2.2/2', '`items` of `GET /tools` equals the three POST answers, in that order', async (program) => {
  const server = await startShed(program);
  const added = await addTools(server, [{ name: 'Saw' }, { name: 'Axe' }, { name: 'Drill' }]);
  assert.deepEqual(await listTools(server), added, 'The member items');
});

criterion('2.2/3', '`DELETE /tools/<id>` answers 204 with an empty body and without a `content-type`', async (program) => {
  const server = await startShed(program);
  const [one, two, three] = await addTools(server, [{ name: 'Saw' }, { name: 'Axe' }, { name: 'Drill' }]);
  const gone = await server.delete(`/tools/${two.id}`, 204);
  assert.equal(gone.bytes.length, 0, 'The length of the body');
  assert.equal(gone.headers.get('content-type'), null, 'The header content-type');
  await server.get(`/tools/${two.id}`, 404);
  assert.deepEqual(await listTools(server), [one, three], 'The list afterwards');
});

criterion('2.2/4', 'A second `DELETE` on the same path answers 404 as problem JSON', async (program) => {
  const server = await startShed(program);
  const { id } = await addTool(server);
  await server.delete(`/tools/${id}`, 204);
  assert.ok((await server.delete(`/tools/${id}`, 404)).problem, 'The body');
});

criterion('2.2/5', '`PUT /tools` answers 405, and `Allow` lists `GET`, `HEAD` and `POST`', async (program) => {
  const server = await startShed(program);
  const answer = await server.put('/tools', 405);
  assert.deepEqual(answer.allow, ['GET', 'HEAD', 'POST'], 'The header Allow');
});
