import { assert, criterion } from '../../kit/index.mjs';
import { makePng, upload } from '../../kit/photos.mjs';
import { addTool, startShed } from '../../kit/toolshed.mjs';

const PNG = Buffer.from(makePng(5000));

// A photo of 5,000 bytes, and a function that asks for it with a Range.
async function startWithPhoto(program) {
  const server = await startShed(program);
  const { id } = (await upload(server, await addTool(server), PNG)).json;
  const path = `/photos/${id}/file`;
  const ask = (range, status, headers = {}) => server.get(path, status, { headers: { ...(range && { range }), ...headers } });
  return { server, path, ask };
}

async function assertPart(ask, range, start, end) {
  const answer = await ask(range, 206);
  assert.equal(answer.headers.get('content-range'), `bytes ${start}-${end}/5000`, `content-range for ${range}`);
  assert.equal(answer.headers.get('content-length'), String(end - start + 1), `content-length for ${range}`);
  assert.ok(answer.bytes.equals(PNG.subarray(start, end + 1)), `The bytes for ${range} are others`);
  assert.equal(answer.headers.get('accept-ranges'), 'bytes', `accept-ranges for ${range}`);
}

async function assertWhole(ask, range, headers) {
  const answer = await ask(range, 200, headers);
  assert.equal(answer.headers.get('content-range'), null, `content-range for ${range}`);
  assert.ok(answer.bytes.equals(PNG), `The bytes for ${range} are others`);
}

criterion('5.6/1', '`Range: bytes=0-9` answers 206 with `content-range: bytes 0-9/5000`', async (program) => {
  const { ask } = await startWithPhoto(program);
  await assertPart(ask, 'bytes=0-9', 0, 9);
  await assertPart(ask, 'bytes=-5', 4995, 4999);
  await assertPart(ask, 'bytes=4990-', 4990, 4999);
  await assertPart(ask, 'bytes=4990-99999', 4990, 4999);
  await assertPart(ask, 'bytes=0-0', 0, 0);
});

criterion('5.6/2', 'answer 416 with `content-range: bytes */5000`', async (program) => {
  const { ask } = await startWithPhoto(program);
  await assertPart(ask, 'bytes=0-99999999999999999999', 0, 4999);
  for (const range of ['bytes=5000-', 'bytes=99999999999999999999-', 'bytes=-0']) {
    const answer = await ask(range, 416);
    assert.equal(answer.headers.get('content-range'), 'bytes */5000', `content-range for ${range}`);
  }
  for (const range of ['bytes=9-5', 'bytes=abc', 'lines=0-9', 'bytes=0-1,5-6']) await assertWhole(ask, range);
});

criterion('5.6/3', '`bytes=0-9` with `If-Range` equal to the `ETag` answers 206', async (program) => {
  const { ask } = await startWithPhoto(program);
  const tag = (await ask(undefined, 200)).headers.get('etag') ?? '';
  assert.match(tag, /^"[^"]+"$/, 'The header ETag');
  await ask('bytes=0-9', 206, { 'if-range': tag });
  for (const stale of ['"old"', `W/${tag}`, new Date().toUTCString()]) await assertWhole(ask, 'bytes=0-9', { 'if-range': stale });
});

criterion('5.6/4', 'put together, equal the file', async (program) => {
  const { ask } = await startWithPhoto(program);
  const parts = [];
  for (const range of ['bytes=0-1999', 'bytes=2000-3999', 'bytes=4000-']) parts.push((await ask(range, 206)).bytes);
  assert.ok(Buffer.concat(parts).equals(PNG), 'The parts, put together, are another file');
});

criterion('5.6/5', '`HEAD` with `Range: bytes=0-9` answers 200 with `content-length: 5000`', async (program) => {
  const { server, path, ask } = await startWithPhoto(program);
  await ask('bytes=0-9', 206);
  const head = await server.head(path, 200, { headers: { range: 'bytes=0-9' } });
  assert.equal(head.headers.get('content-length'), '5000', 'The header content-length');
});
