import { assert, criterion, measureSlack } from '../../kit/index.mjs';
import { enterByCookie } from '../../kit/accounts.mjs';
import { FORM_TYPE, listFiles, listPhotos, makeForm, makePng, photoPart, readStatus, sendByHand, upload } from '../../kit/photos.mjs';
import { addTool, startShed } from '../../kit/toolshed.mjs';

const LIMIT = 2_097_152;

criterion('5.2/1', 'A file of 2,097,152 bytes answers 201, `size` is 2097152', async (program) => {
  const server = await startShed(program);
  const tool = await addTool(server);
  const bytes = makePng(LIMIT);
  const made = await upload(server, tool, bytes);
  assert.deepEqual([made.json.size, made.json.toolId], [LIMIT, tool.id], 'The members size and toolId');
  assert.equal(made.headers.get('location'), `/photos/${made.json.id}`, 'The header Location');
  const file = await server.with({ authorization: undefined }).get(`/photos/${made.json.id}/file`, 200);
  assert.ok(file.bytes.equals(bytes), `${LIMIT} bytes came back as ${file.bytes.length} others`);
  assert.ok((await upload(server, tool, makePng(LIMIT + 1), 413)).problem, 'The body of 413');
});

criterion('5.2/2', 'After a 413, the list of photos is as before', async (program) => {
  const server = await startShed(program);
  const tool = await addTool(server);
  await upload(server, tool, makePng(500));
  const [photos, files] = [await listPhotos(server, tool), listFiles(program)];
  await upload(server, tool, makePng(LIMIT + 1), 413);
  assert.deepEqual(await listPhotos(server, tool), photos, 'The list of photos');
  assert.deepEqual(listFiles(program), files, 'The files in uploads');
});

criterion('5.2/3', 'A file named `../../drill.png` is stored below `DATA_DIR/uploads`', async (program) => {
  const server = await startShed(program);
  const tool = await addTool(server);
  const { json } = await upload(server, tool, makePng(500), 201, { filename: '../../drill.png' });
  assert.match(json.name, /drill\.png$/, 'The member name');
  const files = listFiles(program);
  assert.equal(files.length, 1, 'The number of files in uploads');
  assert.doesNotMatch(files[0], /drill/, 'The name of the stored file');
});

criterion('5.2/4', 'Two uploads of the same file give two photos', async (program) => {
  const server = await startShed(program);
  const tool = await addTool(server);
  const bytes = makePng(500);
  const made = [(await upload(server, tool, bytes)).json, (await upload(server, tool, bytes)).json];
  assert.notEqual(made[0].id, made[1].id, 'The id of the second');
  assert.deepEqual(await listPhotos(server, tool), made, 'The list of photos');
  for (const photo of made) assert.deepEqual((await server.get(`/photos/${photo.id}`, 200)).json, photo, 'The metadata');
});

criterion('5.2/5', 'A form without the field `photo`, with a text field, or with two files: 400', async (program) => {
  const server = await startShed(program);
  const path = `/tools/${(await addTool(server)).id}/photos`;
  const bytes = makePng(500);
  const good = photoPart(bytes);
  const nobody = server.with({ authorization: undefined });
  await nobody.post(path, 401, makeForm(good));
  await server.post('/tools/no-such-id/photos', 404, makeForm(good));
  await server.post(path, 415, { json: { photo: 'x' } });
  const text = { field: 'note', bytes: 'heavy' };
  for (const parts of [[], [photoPart(bytes, { field: 'picture' })], [good, text], [text, good], [good, good]]) {
    assert.ok((await server.post(path, 400, makeForm(...parts))).problem, 'The body of 400');
  }
  const { headers: { cookie } } = await enterByCookie(server);
  await nobody.post(path, 403, { ...makeForm(good), headers: { ...FORM_TYPE, cookie } });
  assert.deepEqual(listFiles(program), [], 'The files in uploads');
  await server.post(path, 201, makeForm(good));
});

criterion('5.2/6', 'These refusals do not wait for the body', async (program) => {
  const slack = await measureSlack();
  const server = await startShed(program);
  const { id } = await addTool(server);
  const nobody = server.with({ authorization: undefined });
  const { headers: { cookie } } = await enterByCookie(server);
  const refusals = [
    [401, nobody, id, FORM_TYPE], [404, server, 'no-such-id', FORM_TYPE],
    [415, server, id, { 'content-type': 'application/json' }], [403, nobody, id, { ...FORM_TYPE, cookie }],
  ];
  for (const [status, client, tool, headers] of refusals) {
    const head = { method: 'POST', path: `/tools/${tool}/photos`, headers: { 'content-length': '1000000', ...headers } };
    const socket = await sendByHand(client, head);
    assert.equal(await readStatus(socket, 1000 + slack), status, 'The status for a request without its body');
  }
}, { tries: 3 });
