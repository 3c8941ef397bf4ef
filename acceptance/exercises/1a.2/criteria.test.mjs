import { assert, criterion } from '../../kit/index.mjs';
import { addTool, listIds, SAW } from '../../kit/resources.mjs';

async function assertCreated(server, path, json) {
  const made = await server.post(path, 201, { json });
  const location = made.headers.get('location') ?? '';
  assert.ok(location.startsWith(`${path}/`), `The header Location of POST ${path} begins with ${path}/: ${location}`);
  assert.deepEqual((await server.get(location, 200)).json, made.json, `The body of GET ${location}`);
  return made.json;
}

criterion('1a.2/1', 'a GET on it answers 200, and its body equals that of the 201', async (program) => {
  const server = await program.start();
  const tool = await assertCreated(server, '/tools', SAW);
  assert.equal(tool.name, SAW.name, 'The name in the answer');
  await assertCreated(server, '/loans', { toolId: tool.id, member: 'Ada' });
});

criterion('1a.2/2', 'answers 204 with an empty body and no `content-type`', async (program) => {
  const server = await program.start();
  const { id } = await addTool(server);
  const answer = await server.delete(`/tools/${id}`, 204);
  assert.equal(answer.text, '', 'The body');
  assert.equal(answer.headers.get('content-type'), null, 'The header content-type');
});

criterion('1a.2/3', 'The second DELETE on the same id answers 404', async (program) => {
  const server = await program.start();
  const { id } = await addTool(server);
  await server.delete(`/tools/${id}`, 204);
  await server.delete(`/tools/${id}`, 404);
});

criterion('1a.2/4', '`POST /loans` with an unknown `toolId` answers 422', async (program) => {
  const server = await program.start();
  const { id } = await addTool(server);
  const loan = await server.post('/loans', 422, { json: { toolId: 'unknown', member: 'Ada' } });
  const tool = await server.post('/tools', 400, { json: { place: 'B7' } });
  for (const answer of [loan, tool]) assert.equal(answer.headers.get('location'), null, 'The header Location');
  assert.deepEqual(await listIds(server), [id], 'The ids of the tools afterwards');
});
