import { assert, criterion } from '../../kit/index.mjs';

criterion('1.7/1', '`GET /convert/10?from=cm&to=in` answers 200, and `result` is the number 3.94', async (program) => {
  const server = await program.start();
  const ten = await server.get('/convert/10?from=cm&to=in', 200);
  assert.deepEqual(ten.json, { value: 10, from: 'cm', to: 'in', result: 3.94 }, 'The body');
  const negative = await server.get('/convert/-2.5?from=in&to=mm', 200);
  assert.equal(negative.json.result, -63.5, 'The member result');
});

criterion('1.7/2', 'These answer 400, with a body that names the wrong parameter', async (program) => {
  const server = await program.start();
  const wrong = [
    ['/convert/ten?from=cm&to=in', 'value'], ['/convert/0x10?from=cm&to=in', 'value'], ['/convert/%20?from=cm&to=in', 'value'],
    ['/convert/10?from=cm&to=mile', 'to'], ['/convert/10?from=cm', 'to'], ['/convert/10?from=constructor&to=in', 'from'],
  ];
  for (const [path, parameter] of wrong) {
    const answer = await server.get(path, 400);
    assert.match(JSON.stringify(answer.json), new RegExp(`\\b${parameter}\\b`), `The body of ${path}`);
  }
});

criterion('1.7/3', 'A value that appears twice', async (program) => {
  const server = await program.start();
  await server.get('/health', 200);
  const before = server.stderr; // later programs say something at their start
  await server.get('/convert/10?from=cm&from=m&to=in', 400);
  await server.get('/convert/10?from=cm&to=in&to=in', 400);
  assert.equal(server.stderr, before, 'Standard error');
});

criterion('1.7/4', '`GET /convert` answers 404', async (program) => {
  const server = await program.start();
  await server.get('/convert/1?from=m&to=cm', 200);
  await server.get('/convert', 404);
});
