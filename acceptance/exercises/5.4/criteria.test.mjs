import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, criterion } from '../../kit/index.mjs';

const CANARY = 'the canary sings only here';
const PDF = Buffer.from('%PDF-1.7 a manual');

// DATA_DIR with manuals, links and canaries beside them.
function writeManuals(folder) {
  mkdirSync(join(folder, 'manuals', 'saws'), { recursive: true });
  mkdirSync(join(folder, 'manuals-old'));
  const write = (path, content) => writeFileSync(join(folder, path), content);
  write('manuals/drill.pdf', PDF);
  write('manuals/Säge #1.txt', 'Saw slowly.');
  write('manuals/drill.bin', 'bits');
  write('manuals/saws/hand.txt', 'inside');
  write('canary.txt', CANARY);
  write('manuals-old/canary.txt', CANARY);
  const link = (target, name) => symlinkSync(join(folder, target), join(folder, 'manuals', name));
  link('canary.txt', 'out.txt');
  link('manuals-old/canary.txt', 'old.txt');
  link('manuals/drill.pdf', 'same.pdf');
  link('manuals/saws', 'folder.txt');
  link('manuals/nothing.txt', 'broken.txt');
}

// Starts with a DATA_DIR of its own; `linked`: the variable names a link to it.
async function startWithManuals(program, { linked = false } = {}) {
  const folder = join(program.scratch, 'files');
  mkdirSync(folder);
  writeManuals(folder);
  const link = join(program.scratch, 'link');
  if (linked) symlinkSync(folder, link);
  return { folder, server: await program.start({ DATA_DIR: linked ? link : folder }) };
}

const refused = (folder) => [
  '/manuals/..%2fcanary.txt', '/manuals/..%5ccanary.txt', '/manuals/%2e%2e%2fmanuals-old%2fcanary.txt',
  `/manuals/${encodeURIComponent(join(folder, 'canary.txt'))}`, '/manuals/..', '/manuals/out.txt', '/manuals/old.txt',
];

criterion('5.4/1', '`GET /manuals/drill.pdf` answers 200 with `content-type: application/pdf`', async (program) => {
  const { server } = await startWithManuals(program);
  const pdf = await server.get('/manuals/drill.pdf', 200);
  assert.equal(pdf.type, 'application/pdf', 'The content type');
  assert.ok(pdf.bytes.equals(PDF), 'The bytes are others');
  assert.equal((await server.get('/manuals/S%C3%A4ge%20%231.txt', 200)).text, 'Saw slowly.', 'The body');
});

criterion('5.4/2', 'followed by the percent-encoded absolute path of the canary', async (program) => {
  const { server, folder } = await startWithManuals(program);
  await server.get('/manuals/drill.pdf', 200);
  for (const path of refused(folder)) await server.get(path, 404);
});

criterion('5.4/3', '`/manuals/drill.pdf%00.txt` answers 400', async (program) => {
  const { server } = await startWithManuals(program);
  await server.get('/manuals/drill.pdf%00.txt', 400);
  await server.get('/manuals/drill%0a.pdf', 400);
  await server.get('/manuals/%E0%A4%A', 400);
});

criterion('5.4/4', 'A link to another file in the same folder is served with 200', async (program) => {
  const { server } = await startWithManuals(program);
  assert.ok((await server.get('/manuals/same.pdf', 200)).bytes.equals(PDF), 'The bytes are others');
  for (const name of ['saws', 'folder.txt', 'broken.txt', 'nothing.pdf']) await server.get(`/manuals/${name}`, 404);
});

criterion('5.4/5', 'The text of the canary is in no answer', async (program) => {
  for (const linked of [false, true]) {
    const { server, folder } = await startWithManuals(program.fresh(), { linked });
    await server.get('/manuals/drill.pdf', 200);
    await server.get('/manuals/same.pdf', 200);
    for (const path of refused(folder)) {
      const { text } = await server.get(path, 404);
      assert.ok(!text.includes(CANARY), `The answer to ${path} contains the canary`);
      // What was asked for may come back in the text of a 404; the true folder may not.
      if (!path.includes(encodeURIComponent(folder))) assert.ok(!text.includes(folder), `The answer to ${path} contains the path of DATA_DIR`);
    }
  }
});
