import { randomBytes } from 'node:crypto';
import { assert, criterion, stillHolds } from '../../kit/index.mjs';

criterion('1.4/1', 'the response body equals the request body byte for byte', async (program) => {
  const server = await program.start();
  for (const body of ['drill', 'Schlüssel 工具', randomBytes(1_048_576), '']) {
    const answer = await server.post('/echo', 200, { body });
    const sent = Buffer.from(body);
    assert.ok(answer.bytes.equals(sent), `${sent.length} bytes came back as ${answer.bytes.length} others: ${answer.text.slice(0, 40)}`);
  }
});

criterion('1.4/2', 'answers 405 with `Allow: POST`', async (program) => {
  const server = await program.start();
  const answer = await server.get('/echo', 405);
  assert.deepEqual(answer.allow, ['POST'], 'The header Allow');
});

criterion('1.4/3', 'its `Allow` header lists `GET` and `HEAD`', async (program) => {
  const server = await program.start();
  const post = await server.post('/health', 405, { body: 'x' });
  assert.deepEqual(post.allow, ['GET', 'HEAD'], 'The header Allow');
  const head = await server.head('/health', 200);
  assert.equal(head.bytes.length, 0, 'The length of the body');
});

criterion('1.4/4', 'All criteria of exercise 1.3 still hold', stillHolds('1.3'), { holdsBefore: true });
