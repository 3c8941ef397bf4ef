import { assert, criterion } from '../../kit/index.mjs';
import { assertPath, listTools, pathsOf, startShed } from '../../kit/toolshed.mjs';

const GOOD = { name: 'Drill', price: 450 };
const FOUR_MISTAKES = { name: ' ', price: -1, color: 'red', available: 'yes' };

// Bodies that break one rule each, and the members that the answer has to name.
const WRONG = [
  [{}, 'name', 'price'],
  [{ ...GOOD, price: '450' }, 'price'],
  [{ ...GOOD, price: 4.5 }, 'price'],
  [{ ...GOOD, name: 'x'.repeat(81) }, 'name'],
  [{ ...GOOD, shelf: 'b7' }, 'shelf'],
  [{ ...GOOD, id: 'mine' }, 'id'],
  [{ ...GOOD, createdAt: '2026-01-01T00:00:00.000Z' }, 'createdAt'],
];
const BROKEN = { body: '{"name":', headers: { 'content-type': 'application/json' } };

criterion('2.3/1', '`errors` has exactly four entries, and their paths are', async (program) => {
  const server = await startShed(program);
  const answer = await server.post('/tools', 422, { json: FOUR_MISTAKES });
  assert.deepEqual(pathsOf(answer), ['available', 'color', 'name', 'price'], 'The paths of errors');
});

criterion('2.3/2', 'These answer 422, and a path names the member', async (program) => {
  const server = await startShed(program);
  for (const [json, ...members] of WRONG) {
    const answer = await server.post('/tools', 422, { json });
    for (const member of members) assertPath(answer, member);
  }
});

criterion('2.3/3', 'A body `[]` answers 422. Broken JSON still answers 400', async (program) => {
  const server = await startShed(program);
  assert.ok((await server.post('/tools', 422, { json: [] })).problem, 'The body of 422');
  assert.ok((await server.post('/tools', 400, BROKEN)).problem, 'The body of 400');
});

criterion('2.3/4', 'After all of these `GET /tools` shows an empty list', async (program) => {
  const server = await startShed(program);
  for (const json of [FOUR_MISTAKES, ...WRONG.map(([body]) => body), []]) await server.post('/tools', 422, { json });
  await server.post('/tools', 400, BROKEN);
  assert.deepEqual(await listTools(server), [], 'The list');
});

criterion('2.3/5', '`{"name":"  Drill ","price":0}` answers 201, and `name` is `Drill`', async (program) => {
  const server = await startShed(program);
  const { json } = await server.post('/tools', 201, { json: { name: '  Drill ', price: 0 } });
  assert.equal(json.name, 'Drill', 'The member name');
  assert.deepEqual([json.available, json.shelf, json.note], [true, null, null], 'The defaults');
  const edge = { name: 'x'.repeat(80), price: 1_000_000, available: false, shelf: 'B12', note: 'x'.repeat(500) };
  assert.equal((await server.post('/tools', 201, { json: edge })).json.shelf, 'B12', 'The member shelf');
});
