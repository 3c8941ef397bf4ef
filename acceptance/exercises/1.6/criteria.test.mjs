import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assert, criterion, stillHolds } from '../../kit/index.mjs';

criterion('1.6/1', 'same status, same body, same `Allow`', async (program) => {
  await stillHolds('1.3', '1.4', '1.5')(program);
}, { holdsBefore: true });

criterion('1.6/2', 'No response, 404 and 405 included, has a header `x-powered-by`', async (program) => {
  // Only Express sends the header, so the program has to be one of Express.
  assert.match(JSON.parse(program.read('package.json')).dependencies?.express ?? 'none', /^\D*5\b/, 'The version of express in package.json');
  const server = await program.start();
  for (const [method, path, status] of [['GET', '/health', 200], ['POST', '/echo', 200], ['GET', '/nowhere', 404], ['GET', '/echo', 405]]) {
    const answer = await server.send(method, path, status);
    assert.equal(answer.headers.get('x-powered-by'), null, `The header x-powered-by of ${method} ${path}`);
  }
});

criterion('1.6/3', 'An echo of 1,048,576 bytes without a `content-type` header', async (program) => {
  const server = await program.start();
  const body = randomBytes(1_048_576);
  const answer = await server.post('/echo', 200, { body });
  assert.ok(answer.bytes.equals(body), `1,048,576 bytes came back as ${answer.bytes.length} others`);
}, { holdsBefore: true });

criterion('1.6/4', 'Importing `src/app.js` opens no port', async (program) => {
  assert.ok(program.has('src/app.js'), 'There is no file src/app.js');
  const url = pathToFileURL(join(program.folder, 'src/app.js')).href;
  const { code, stderr } = await program.evaluate(`const { createApp } = await import('${url}'); if (typeof createApp !== 'function') throw new Error('no createApp');`, { env: { PORT: undefined } });
  assert.equal(stderr, '', 'Standard error of the import');
  assert.equal(code, 0, 'The exit code of the import');
});
