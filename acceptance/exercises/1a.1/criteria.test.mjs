import { assert, criterion } from '../../kit/index.mjs';
import { addTool, lend, listIds, SAW } from '../../kit/resources.mjs';

async function assertGood(promise, call) {
  const { status } = await promise;
  assert.ok(status >= 200 && status < 300, `${call} has the wrong status: ${status}`);
}

criterion('1a.1/1', 'each answer with a status from 200 to 299', async (program) => {
  const server = await program.start();
  const tool = await addTool(server);
  const loan = await lend(server, tool);
  await assertGood(server.get('/tools', null), 'GET /tools');
  await assertGood(server.get(`/tools/${tool.id}`, null), 'GET /tools/:id');
  await assertGood(server.put(`/loans/${loan.id}/return`, null), 'PUT /loans/:id/return');
  await assertGood(server.delete(`/tools/${(await addTool(server)).id}`, null), 'DELETE /tools/:id');
});

criterion('1a.1/2', 'is in `items` of `GET /tools`, and after DELETE it is not', async (program) => {
  const server = await program.start();
  const [saw, drill] = [await addTool(server), await addTool(server, { name: 'Drill' })];
  assert.deepEqual((await listIds(server)).sort(), [saw.id, drill.id].sort(), 'The ids of the tools');
  assert.equal((await server.get(`/tools/${drill.id}`, 200)).json.name, 'Drill', 'The name of the second tool');
  await server.delete(`/tools/${saw.id}`, null);
  assert.deepEqual(await listIds(server), [drill.id], 'The ids after DELETE');
});

criterion('1a.1/3', 'With an unknown id, `GET /tools/:id` and `PUT /loans/:id/return` answer 404', async (program) => {
  const server = await program.start();
  const { id } = await addTool(server);
  await server.get(`/tools/${id}`, 200);
  for (const answer of [await server.get('/tools/unknown', 404), await server.put('/loans/unknown/return', 404)]) assert.equal(answer.problem.status, 404);
});

criterion('1a.1/4', 'The six calls of the prototype answer 404', async (program) => {
  const server = await program.start();
  const { id } = await addTool(server);
  await server.get('/getTools', 404);
  await server.get(`/getTool?id=${id}`, 404);
  await server.post('/addTool', 404, { json: SAW });
  await server.post('/borrowTool', 404, { json: { toolId: id, member: 'Ada' } });
  await server.post('/bringBack?loanId=3', 404);
  await server.post(`/removeTool?id=${id}`, 404);
  assert.deepEqual(await listIds(server), [id], 'The ids of the tools afterwards');
});
