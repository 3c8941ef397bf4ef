import { assert, criterion } from '../../kit/index.mjs';
import { makePng, upload } from '../../kit/photos.mjs';
import { addTool, startShed } from '../../kit/toolshed.mjs';

const PNG = makePng(500);
const SAW = { sent: 'Säge "Größe"\n5.png', name: 'Säge "Größe" 5.png' };

async function startWithTool(program) {
  const server = await startShed(program);
  return { server, tool: await addTool(server) };
}

async function uploadNamed(server, tool, filename) {
  return (await upload(server, tool, PNG, 201, { filename })).json;
}

async function readDisposition(server, photo, query = '') {
  return (await server.get(`/photos/${photo.id}/file${query}`, 200)).headers.get('content-disposition') ?? '(missing)';
}

const decode = (disposition) => decodeURIComponent(/filename\*=UTF-8''([^;\s"]*)/i.exec(disposition)?.[1] ?? '');

criterion('5.5/1', 'followed by a text without spaces and quotes that `decodeURIComponent` turns into exactly this name', async (program) => {
  const { server, tool } = await startWithTool(program);
  const photo = await uploadNamed(server, tool, SAW.sent);
  assert.equal(photo.name, SAW.name, 'The member name');
  const disposition = await readDisposition(server, photo);
  assert.equal(decode(disposition), SAW.name, `The name in ${disposition}`);
  assert.match(disposition, /filename\*=UTF-8''[^\s"'()*;]+(;|$)/, 'The header content-disposition');
});

criterion('5.5/2', 'consists of printable ASCII only', async (program) => {
  const { server, tool } = await startWithTool(program);
  const disposition = await readDisposition(server, await uploadNamed(server, tool, SAW.sent));
  assert.match(disposition, /filename="([ !#-[\]-~]|\\["\\])+"(;|$)/, 'The header content-disposition');
  assert.match(disposition, /^[ -~]+$/, 'The header content-disposition');
});

criterion('5.5/3', '`C:\\photos\\drill.png` becomes `drill.png`', async (program) => {
  const { server, tool } = await startWithTool(program);
  const nameOf = async (filename) => (await uploadNamed(server, tool, filename)).name;
  assert.equal(await nameOf('C:\\photos\\drill.png'), 'drill.png', 'The name of C:\\photos\\drill.png');
  assert.equal(await nameOf('../../x.png'), 'x.png', 'The name of ../../x.png');
  assert.equal(await nameOf('\r\n\r\n'), 'photo', 'The name of line breaks');
  assert.ok(!(await nameOf('exe\u202Egnp.png')).includes('\u202E'), 'The name contains U+202E');
});

criterion('5.5/4', 'A name of 150 emoji followed by `.png` is accepted', async (program) => {
  const { server, tool } = await startWithTool(program);
  const photo = await uploadNamed(server, tool, `${'🪚'.repeat(150)}.png`);
  assert.equal([...photo.name].length, 150, 'The number of characters of the name');
  assert.equal(decode(await readDisposition(server, photo)), photo.name, 'The decoded name');
});

criterion('5.5/5', '`?download=true` gives `attachment`, no parameter `inline`', async (program) => {
  const { server, tool } = await startWithTool(program);
  const photo = await uploadNamed(server, tool, 'page.html');
  assert.match(await readDisposition(server, photo, '?download=true'), /^attachment\b/, 'With download=true');
  assert.match(await readDisposition(server, photo), /^inline\b/, 'Without the parameter');
  await server.get(`/photos/${photo.id}/file?download=yes`, 400);
  for (const query of ['', '?download=true']) {
    assert.equal((await server.get(`/photos/${photo.id}/file${query}`, 200)).type, 'image/png', 'The content type');
  }
});
