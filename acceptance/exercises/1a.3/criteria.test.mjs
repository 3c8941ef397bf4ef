import { assert, criterion } from '../../kit/index.mjs';
import { listIds, SAW } from '../../kit/resources.mjs';

criterion('1a.3/1', 'first 201, then 200; both bodies are equal', async (program) => {
  const server = await program.start();
  const first = await server.put('/tools/drill-7', 201, { json: SAW });
  assert.equal(first.headers.get('location'), '/tools/drill-7', 'The header Location');
  assert.deepEqual((await server.put('/tools/drill-7', 200, { json: SAW })).json, first.json, 'The second body');
  assert.equal((await listIds(server)).filter((id) => id === 'drill-7').length, 1, 'How often drill-7 is in the list');
});

criterion('1a.3/2', '201 both times, two different `Location` headers', async (program) => {
  const server = await program.start();
  await server.put('/tools/drill-7', 201, { json: SAW });
  const made = [await server.post('/tools', 201, { json: SAW }), await server.post('/tools', 201, { json: SAW })];
  assert.equal(new Set(made.map(({ headers }) => headers.get('location'))).size, 2, 'The number of different Locations');
  assert.equal((await listIds(server)).length, 3, 'The number of tools');
});

criterion('1a.3/3', 'the tool has no `place` any more', async (program) => {
  const server = await program.start();
  await server.put('/tools/drill-7', 201, { json: { name: 'Drill', place: 'B7' } });
  await server.put('/tools/drill-7', 200, { json: { name: 'Hammer drill' } });
  const { json } = await server.get('/tools/drill-7', 200);
  assert.deepEqual([json.name, 'place' in json], ['Hammer drill', false], 'The name, and whether there is a place');
});

criterion('1a.3/4', 'leave one tool, and exactly one of the answers is 201', async (program) => {
  const server = await program.start();
  const answers = await Promise.all(Array.from({ length: 10 }, () => server.put('/tools/saw-1', null, { json: SAW })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array(9).fill(200), 201], 'The statuses');
  assert.deepEqual(await listIds(server), ['saw-1'], 'The ids of the tools');
});

criterion('1a.3/5', '`PUT /tools/Drill_7`, and a body with another `id`, answer 400', async (program) => {
  const server = await program.start();
  for (const id of ['Drill_7', 'x'.repeat(41), 'a%20b']) await server.put(`/tools/${id}`, 400, { json: SAW });
  await server.put('/tools/drill-7', 400, { json: { ...SAW, id: 'drill-8' } });
  assert.deepEqual(await listIds(server), [], 'The ids of the tools');
  await server.put('/tools/drill-7', 201, { json: { ...SAW, id: 'drill-7' } });
});
