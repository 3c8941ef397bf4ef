import { assert, criterion } from '../../kit/index.mjs';
import { addTool, startShed } from '../../kit/toolshed.mjs';

const match = (tag) => ({ 'if-match': tag });

// A tool and its path, with the tag of its creation.
async function startWithTool(program) {
  const server = await startShed(program);
  const made = await server.post('/tools', 201, { json: { name: 'Drill', price: 450 } });
  return { server, tool: made.json, path: `/tools/${made.json.id}`, tag: made.headers.get('etag') };
}

criterion('2.10/1', 'The POST answer has an `ETag`, and GET on the tool gives the same one', async (program) => {
  const { server, path, tag } = await startWithTool(program);
  assert.match(tag ?? '(missing)', /^"[^"]*"$/, 'The header ETag of POST');
  assert.equal((await server.get(path, 200)).headers.get('etag'), tag, 'The header ETag of GET');
});

criterion('2.10/2', '`PUT` and `PATCH` without `If-Match` answer 428, also with an invalid body', async (program) => {
  const { server, tool, path } = await startWithTool(program);
  for (const json of [{ name: 'Saw', price: 700 }, { price: -1 }]) {
    assert.ok((await server.put(path, 428, { json })).problem, 'The body of PUT');
    assert.ok((await server.patch(path, 428, { json })).problem, 'The body of PATCH');
    await server.put('/tools/no-such-id', 404, { json });
    await server.patch('/tools/no-such-id', 404, { json });
  }
  assert.deepEqual((await server.get(path, 200)).json, tool, 'The tool afterwards');
});

criterion('2.10/3', 'With the current tag they answer 200 with a new `ETag`', async (program) => {
  const { server, path, tag: first } = await startWithTool(program);
  const patched = await server.patch(path, 200, { json: { price: 500 }, headers: match(first) });
  const second = patched.headers.get('etag');
  assert.notEqual(second, first, 'The header ETag of PATCH');
  const replaced = await server.put(path, 200, { json: { name: 'Saw', price: 700 }, headers: match(second) });
  const third = replaced.headers.get('etag');
  assert.ok(![first, second, null].includes(third), `The header ETag of PUT: ${third}`);
  assert.equal((await server.get(path, 200)).headers.get('etag'), third, 'The header ETag of GET');
  for (const tag of [first, second, `W/${third}`]) {
    for (const method of ['PUT', 'PATCH']) {
      const refused = await server.send(method, path, 412, { json: { name: 'Axe', price: 1 }, headers: match(tag) });
      assert.ok(refused.problem, 'The body of 412');
      assert.deepEqual((await server.get(path, 200)).json, replaced.json, `The tool after ${method} with ${tag}`);
    }
  }
  await server.patch(path, 412, { json: { price: -1 }, headers: match(first) });
  await server.patch(path, 422, { json: { price: -1 }, headers: match(third) });
});

criterion('2.10/4', '`If-Match: *` and a list that contains the current tag answer 200', async (program) => {
  const { server, path, tag } = await startWithTool(program);
  const same = await server.patch(path, 200, { json: { price: 450 }, headers: match('*') });
  assert.equal(same.headers.get('etag'), tag, 'The tag after a PATCH that changes nothing');
  const listed = await server.patch(path, 200, { json: { price: 500 }, headers: match(`"other", ${tag},"third"`) });
  await server.put(path, 200, { json: { name: 'Saw', price: 700 }, headers: match('*') });
  await server.patch(path, 412, { json: { price: 1 }, headers: match(`${tag}, ${listed.headers.get('etag')}`) });
});

criterion('2.10/5', 'exactly one answers 200 and nine answer 412', async (program) => {
  const { server, path, tag } = await startWithTool(program);
  const answers = await Promise.all(Array.from({ length: 10 }, (_, number) => (
    server.patch(path, undefined, { json: { price: 1000 + number }, headers: match(tag) }))));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array(9).fill(412)], 'The statuses');
  const winner = answers.find(({ status }) => status === 200);
  assert.equal((await server.get(path, 200)).json.price, winner.json.price, 'The price afterwards');
});

criterion('2.10/6', '`DELETE` with an old tag answers 412, without the header 204', async (program) => {
  const { server, path, tag } = await startWithTool(program);
  await server.patch(path, 200, { json: { price: 500 }, headers: match(tag) });
  await server.delete(path, 412, { headers: match(tag) });
  await server.get(path, 200);
  await server.delete(path, 204);
  await server.get(path, 404);
});
