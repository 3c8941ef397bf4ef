import { assert, criterion } from '../../kit/index.mjs';
import { addTool, startShed } from '../../kit/toolshed.mjs';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

criterion('2.1/1', 'The body has a UUID as `id`, the members sent, `available` true', async (program) => {
  const server = await startShed(program);
  const { json } = await server.post('/tools', 201, { json: { name: 'Drill', price: 450 } });
  const { id, createdAt, updatedAt, ...rest } = json;
  assert.match(id, UUID, 'The member id');
  assert.deepEqual(rest, { name: 'Drill', price: 450, available: true, shelf: null, note: null }, 'The other members');
  assert.ok(Math.abs(Date.parse(createdAt) - Date.now()) < 60_000, `createdAt is not the time: ${createdAt}`);
  assert.equal(updatedAt, createdAt, 'The member updatedAt');
});

criterion('2.1/2', 'The `Location` header is `/tools/` followed by the id', async (program) => {
  const server = await startShed(program);
  const made = await server.post('/tools', 201, { json: { name: 'Drill', price: 450, shelf: 'B7', note: 'heavy', available: false } });
  assert.equal(made.headers.get('location'), `/tools/${made.json.id}`, 'The header Location');
  const read = await server.get(made.headers.get('location'), 200);
  assert.deepEqual(read.json, made.json, 'The body of GET');
  assert.equal(read.json.available, false, 'The member available');
});

criterion('2.1/3', 'Two equal POST requests give two different ids', async (program) => {
  const server = await startShed(program);
  const [one, two] = [await addTool(server), await addTool(server)];
  assert.notEqual(one.id, two.id, 'The id of the second');
  for (const { id } of [one, two]) assert.equal((await server.get(`/tools/${id}`, 200)).json.id, id, 'The id');
});

criterion('2.1/4', '`GET /tools/no-such-id` answers 404 as problem JSON', async (program) => {
  const server = await startShed(program);
  assert.ok((await server.get('/tools/no-such-id', 404)).problem.requestId, 'The member requestId');
  const { id } = await addTool(server);
  await server.get(`/tools/${id}`, 200);
  await server.get('/tools/constructor', 404);
  const text = { body: '{"name":"Drill","price":450}', headers: { 'content-type': 'text/plain' } };
  assert.ok((await server.post('/tools', 400, text)).problem, 'The body of 400');
  const refused = await server.post('/tools/no-such-id', 405);
  assert.ok(refused.allow.includes('GET'), `The header Allow lacks GET: ${refused.allow}`);
});

criterion('2.1/5', '`POST /echo` with the body `{"name":`', async (program) => {
  const server = await startShed(program);
  const headers = { 'content-type': 'application/json' };
  for (const body of ['{"name":', '{"name":"Drill"}']) {
    const answer = await server.post('/echo', 200, { body, headers });
    assert.equal(answer.text, body, 'The body of the echo');
  }
}, { holdsBefore: true });
