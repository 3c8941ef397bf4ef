import { assert, criterion } from '../../kit/index.mjs';
import { listFiles, listPhotos, makePng, upload } from '../../kit/photos.mjs';
import { addTool, startShed } from '../../kit/toolshed.mjs';

const PNG = makePng(5000);
const JPEG = Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(500, 1), Buffer.from('ffd9', 'hex')]);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const FOREIGN = ['<html><script>alert(1)</script></html>', SVG, 'GIF89a and more', ''];

const change = (bytes, at) => Buffer.concat([bytes.subarray(0, at), Buffer.from([bytes[at] ^ 1]), bytes.subarray(at + 1)]);
const DAMAGED = [PNG.subarray(0, 2500), PNG.subarray(0, -1), change(PNG, 2500), Buffer.concat([PNG, Buffer.from([0])])];

async function startWithTool(program) {
  const server = await startShed(program);
  return { server, tool: await addTool(server) };
}

criterion('5.3/1', 'A PNG sent as `drill.jpg` with `image/jpeg` answers 201', async (program) => {
  const { server, tool } = await startWithTool(program);
  const { json } = await upload(server, tool, PNG, 201, { filename: 'drill.jpg', type: 'image/jpeg' });
  assert.equal(json.type, 'image/png', 'The member type');
  const file = await server.get(`/photos/${json.id}/file`, 200);
  assert.equal(file.type, 'image/png', 'The content type of the file');
  assert.equal(file.headers.get('x-content-type-options'), 'nosniff', 'The header x-content-type-options');
  assert.match(listFiles(program).join(' '), /^[^ ]+\.png$/, 'The files in uploads');
});

criterion('5.3/2', 'sent as `drill.png` with `image/png` answers 415', async (program) => {
  const { server, tool } = await startWithTool(program);
  for (const bytes of FOREIGN) assert.ok((await upload(server, tool, bytes, 415)).problem, 'The body of 415');
});

criterion('5.3/3', 'A PNG of 5,000 bytes cut after 2,500, the same without its last byte', async (program) => {
  const { server, tool } = await startWithTool(program);
  for (const bytes of DAMAGED) assert.ok((await upload(server, tool, bytes, 422)).problem, 'The body of 422');
  // A chunk that claims to be longer than the file, and a file whose chunks are in the wrong order.
  const huge = Buffer.from(PNG);
  huge.writeUInt32BE(0xffffffff, 8);
  await upload(server, tool, huge, 422);
});

criterion('5.3/4', 'A buffer that begins with `FF D8 FF` and ends with `FF D9` is accepted', async (program) => {
  const { server, tool } = await startWithTool(program);
  const { json } = await upload(server, tool, JPEG);
  assert.equal(json.type, 'image/jpeg', 'The member type');
  await upload(server, tool, JPEG.subarray(0, -1), 422);
});

criterion('5.3/5', 'After each refusal `uploads` and the list of photos are unchanged', async (program) => {
  const { server, tool } = await startWithTool(program);
  await upload(server, tool, PNG);
  const [photos, files] = [await listPhotos(server, tool), listFiles(program)];
  const refused = [...FOREIGN.map((bytes) => [bytes, 415]), ...DAMAGED.map((bytes) => [bytes, 422]), [JPEG.subarray(0, -1), 422]];
  for (const [bytes, status] of refused) {
    await upload(server, tool, bytes, status);
    assert.deepEqual(await listPhotos(server, tool), photos, 'The list of photos');
    assert.deepEqual(listFiles(program), files, 'The files in uploads');
  }
});
