import { assert, criterion, stillHolds } from '../../kit/index.mjs';
import { listTools } from '../../kit/resources.mjs';

// [what a version calls the member, what the other one calls it], by the base of its URLs.
const NAMES = { '/v1': ['place', 'shelf'], '/v2': ['shelf', 'place'] };

const create = async (server, base, status = 201) => server.post(`${base}/tools`, status, { json: { name: 'Saw', [NAMES[base][0]]: 'B7' } });

criterion('1a.5/1', 'with the same value in `shelf`; and the other way round', async (program) => {
  const server = await program.start();
  const [old, fresh] = [(await create(server, '/v1')).json, (await create(server, '/v2')).json];
  assert.equal((await server.get(`/v2/tools/${old.id}`, 200)).json.shelf, 'B7', 'The member shelf of /v2');
  assert.equal((await server.get(`/v1/tools/${fresh.id}`, 200)).json.place, 'B7', 'The member place of /v1');
});

criterion('1a.5/2', 'No successful answer below `/v1` contains the member `shelf`, none below `/v2` contains `place`', async (program) => {
  const server = await program.start();
  for (const [base, [own, foreign]] of Object.entries(NAMES)) {
    const made = (await create(server, base)).json;
    const put = await server.put(`${base}/tools/saw-${own}`, 201, { json: { name: 'Saw', [own]: 'B8' } });
    const again = await server.put(`${base}/tools/saw-${own}`, 200, { json: { name: 'Saw', [own]: 'B9' } });
    for (const tool of [made, put.json, again.json, (await server.get(`${base}/tools/${made.id}`, 200)).json, ...await listTools(server, base)]) {
      assert.equal(typeof tool[own], 'string', `The member ${own} of a tool below ${base}`);
      assert.ok(!(foreign in tool), `A tool below ${base} has a member ${foreign}`);
    }
    const csv = await server.get(`${base}/tools`, 200, { headers: { accept: 'text/csv' } });
    assert.equal(csv.text.split('\r\n')[0], `id,name,${own}`, `The first line of the CSV below ${base}`);
  }
});

criterion('1a.5/3', '`POST /v2/tools` with `place` answers 400, and the problem names `place`', async (program) => {
  const server = await program.start();
  for (const [base, [, foreign]] of Object.entries(NAMES)) {
    const { text } = await server.post(`${base}/tools`, 400, { json: { name: 'Saw', [foreign]: 'B7' } });
    assert.ok(text.includes(foreign), `The problem names ${foreign}: ${text}`);
    assert.deepEqual(await listTools(server, base), [], 'The tools afterwards');
  }
});

criterion('1a.5/4', 'The `Location` of `POST /v2/tools` begins with `/v2/tools/`', async (program) => {
  const server = await program.start();
  for (const base of Object.keys(NAMES)) {
    const location = (await create(server, base)).headers.get('location') ?? '';
    assert.ok(location.startsWith(`${base}/tools/`), `The header Location begins with ${base}/tools/: ${location}`);
    await server.get(location, 200);
  }
});

criterion('1a.5/5', 'The tests of exercises 1a.1 to 1a.4 pass without a change', async (program) => {
  const server = await program.start();
  await create(server, '/v1');
  await server.get('/v3/tools', 404);
  await server.stop();
  await stillHolds('1a.2', '1a.3', '1a.4')(program);
});
