import { assert, criterion } from '../../kit/index.mjs';

const DEBUG = { DEBUG_ROUTES: '1' };
const label = (body) => ({ body, headers: { 'content-type': 'application/json' } });

// Every failure of this exercise: [method, path, status, options].
const FAILURES = [
  ['POST', '/labels', 400, label('{"name":')],
  ['POST', '/labels', 413, label(JSON.stringify({ name: 'x'.repeat(20_000), shelf: 'B7' }))],
  ['POST', '/labels', 400, { body: '{"name":"Drill","shelf":"B7"}', headers: { 'content-type': 'text/plain' } }],
  ['POST', '/echo', 413, { body: 'x'.repeat(3_000_000) }],
  ['GET', '/nowhere', 404],
  ['GET', '/echo', 405],
  ['GET', '/convert/ten?from=cm&to=in', 400],
  ['GET', '/convert/%E0%A4%A', 400],
  ['GET', '/debug/fail', 500],
];

criterion('1.9/1', 'answers 400, with a body of 20 kB 413', async (program) => {
  const server = await program.start();
  const good = await server.post('/labels', 200, label('{"name":"Drill","shelf":"B7"}'));
  assert.equal(good.json.label, 'B7 - Drill', 'The member label');
  for (const [method, path, status, options] of FAILURES.slice(0, 4)) await server.send(method, path, status, options);
  await server.post('/labels', 400, label('{"name":7,"shelf":"B7"}'));
  await server.post('/labels', 400, label('{"name":"Drill"}'));
});

criterion('1.9/2', '`GET /nowhere` answers 404, `GET /echo` 405 with `Allow: POST`', async (program) => {
  const server = await program.start();
  for (const [method, path, status] of FAILURES.slice(4, 8)) {
    const answer = await server.send(method, path, status);
    assert.ok(answer.problem, `The body of ${path}`);
    if (status === 405) assert.deepEqual(answer.allow, ['POST'], 'The header Allow');
  }
});

criterion('1.9/3', 'With `DEBUG_ROUTES=1`, `GET /debug/fail` answers 500', async (program) => {
  const debug = await program.start(DEBUG);
  await debug.get('/debug/fail', 500);
  await debug.get('/health', 200);
  const plain = await program.start();
  await plain.get('/debug/fail', 404);
});

criterion('1.9/4', 'All these answers have a `content-type` that begins with `application/problem+json`', async (program) => {
  const server = await program.start(DEBUG);
  for (const [method, path, status, options] of FAILURES) {
    const answer = await server.send(method, path, status, options);
    assert.equal(answer.problem.requestId, answer.headers.get('x-request-id'), `The member requestId of ${method} ${path}`);
  }
});

criterion('1.9/5', 'No body contains `secret-detail`, `node_modules` or a line', async (program) => {
  const server = await program.start(DEBUG);
  for (const [method, path, status, options] of FAILURES) {
    const { text } = await server.send(method, path, status, options);
    // In JSON a new line is written as \n.
    assert.doesNotMatch(text.replaceAll('\\n', '\n'), /secret-detail|node_modules|^\s*at /m, `The body of ${method} ${path}`);
  }
  await server.waitForError(/secret-detail/);
}, { until: '8.1' });
