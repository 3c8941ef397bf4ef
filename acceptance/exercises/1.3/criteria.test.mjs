import { assert, criterion, hasReached } from '../../kit/index.mjs';

criterion('1.3/1', '`GET /health` and `GET /health?verbose=1` answer 200', async (program) => {
  const server = await program.start();
  for (const path of ['/health', '/health?verbose=1']) {
    const answer = await server.get(path, 200);
    assert.match(answer.type, /^application\/json/, `The content type of ${path}`);
    assert.equal(answer.text, '{"status":"ok"}', `The body of ${path}`);
  }
});

criterion('1.3/2', 'answer 404 with a body that `JSON.parse` accepts', async (program) => {
  const server = await program.start();
  for (const path of [...(hasReached('9.5') ? [] : ['/']), '/healthy', '/health/x']) assert.ok(await server.get(path, 404).then((answer) => answer.json), `The body of ${path}`);
}, { until: '9.5' });

criterion('1.3/3', 'The first line on standard output contains `http://localhost:3000`', async (program) => {
  const server = await program.start();
  assert.match(server.lines[0], /http:\/\/localhost:3000(?!\d)/, 'The first line on standard output');
}, { until: '1.5' });
