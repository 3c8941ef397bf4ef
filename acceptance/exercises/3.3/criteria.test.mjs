import { assert, criterion } from '../../kit/index.mjs';
import { addTool, addTools, assertNames, assertPath, listTools, startShed } from '../../kit/toolshed.mjs';

const NASTY = ["O'Brien", '"; DROP TABLE tools; --', '100%', 'a_b', '\\', '!', '?', ':name', 'Bohrmaschine für Ä', '工具', '🪚'];
const search = (name) => `?${new URLSearchParams({ q: name })}`;

criterion('3.3/1', 'Tools with these names come back equal, character by character', async (program) => {
  const server = await startShed(program);
  for (const name of NASTY) {
    const tool = await addTool(server, { name, note: name });
    const read = (await server.get(`/tools/${tool.id}`, 200)).json;
    assert.deepEqual([read.name, read.note], [name, name], 'The members name and note');
    assert.ok((await listTools(server, search(name))).some(({ id }) => id === tool.id), `GET /tools${search(name)} does not find ${name}`);
  }
  assert.equal((await listTools(server)).length, NASTY.length, 'The number of tools afterwards');
  for (const { id } of await listTools(server)) await server.delete(`/tools/${id}`, 204);
}, { holdsBefore: true });

criterion('3.3/2', '`?q=50%25` gives exactly `50% off`', async (program) => {
  const server = await startShed(program);
  await addTools(server, ['50% off', '500 grams', '50 percent', 'a_b', 'axb', '!', 'Saw'].map((name) => ({ name })));
  await assertNames(server, '?q=50%25', ['50% off']);
  await assertNames(server, '?q=a_b', ['a_b']);
  await assertNames(server, '?q=!', ['!']);
  await assertNames(server, '?q=SAW', ['Saw']);
}, { holdsBefore: true });

criterion('3.3/3', "`GET /tools/x'%20OR%20'1'='1` answers 404", async (program) => {
  const server = await startShed(program);
  await addTool(server);
  await server.get("/tools/x'%20OR%20'1'='1", 404);
}, { holdsBefore: true });

criterion('3.3/4', 'answer 422 with the path `name`', async (program) => {
  const server = await startShed(program);
  for (const body of ['{"name":"a\\u0000b","price":1}', '{"name":"\\ud800","price":1}']) {
    assertPath(await server.post('/tools', 422, { body, headers: { 'content-type': 'application/json' } }), 'name');
  }
  const noted = await server.post('/tools', 422, { json: { name: 'Saw', price: 1, note: 'a\u0000b' } });
  assertPath(noted, 'note');
});
