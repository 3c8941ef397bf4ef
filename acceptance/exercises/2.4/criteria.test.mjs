import { assert, criterion } from '../../kit/index.mjs';
import { addTool, change, startShed } from '../../kit/toolshed.mjs';

const FULL = { name: 'Drill', price: 450, available: false, shelf: 'B7', note: 'heavy' };
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const patch = (server, { id }, status, options) => change(server, 'PATCH', `/tools/${id}`, status, options);

criterion('2.4/1', 'The body equals the earlier tool in all members except `price` and `updatedAt`', async (program) => {
  const server = await startShed(program);
  const tool = await addTool(server, FULL);
  const { json } = await patch(server, tool, 200, { json: { price: 500 } });
  assert.deepEqual(json, { ...tool, price: 500, updatedAt: json.updatedAt }, 'The body');
  assert.deepEqual((await server.get(`/tools/${tool.id}`, 200)).json, json, 'What GET says afterwards');
});

criterion('2.4/2', 'If at least 10 ms have passed since the last change, `updatedAt` is later than before', async (program) => {
  const server = await startShed(program);
  const tool = await addTool(server, FULL);
  await pause(20);
  const { json } = await patch(server, tool, 200, { json: { price: 500 } });
  assert.ok(json.updatedAt > tool.updatedAt, `updatedAt was ${tool.updatedAt} and is ${json.updatedAt}`);
  assert.equal(json.createdAt, tool.createdAt, 'The member createdAt');
});

criterion('2.4/3', 'The same PATCH again answers 200 with an identical body', async (program) => {
  const server = await startShed(program);
  const tool = await addTool(server, FULL);
  const first = await patch(server, tool, 200, { json: { price: 500 } });
  await pause(20);
  const second = await patch(server, tool, 200, { json: { price: 500 } });
  assert.equal(second.text, first.text, 'The body of the second');
  const trimmed = await patch(server, tool, 200, { json: { name: ' Drill ' } });
  assert.equal(trimmed.text, first.text, 'The body for a name that stays the same');
});

criterion('2.4/4', '`{"shelf":null}` with `content-type: application/merge-patch+json`', async (program) => {
  const server = await startShed(program);
  const tool = await addTool(server, FULL);
  const { json } = await patch(server, tool, 200, { body: '{"shelf":null}', headers: { 'content-type': 'application/merge-patch+json' } });
  assert.deepEqual([json.shelf, json.note], [null, 'heavy'], 'The members shelf and note');
});

criterion('2.4/5', 'answer 422, and `GET` shows the tool unchanged', async (program) => {
  const server = await startShed(program);
  const tool = await addTool(server, FULL);
  for (const json of [{}, { name: null }, { available: null }, { id: 'x' }, { price: -1 }]) {
    assert.ok((await patch(server, tool, 422, { json })).problem, 'The body of 422');
    assert.deepEqual((await server.get(`/tools/${tool.id}`, 200)).json, tool, `The tool after ${JSON.stringify(json)}`);
  }
  assert.ok((await patch(server, { id: 'no-such-id' }, 404, { json: { price: 500 } })).problem, 'The body of 404');
});
