import { assert, criterion, findFreePort, measureSlack } from '../../kit/index.mjs';

const STACK = /^\s+at /m;

criterion('1.5/1', 'the process ends within 1 s with exit code 1, standard output is empty', async (program) => {
  const slack = await measureSlack();
  for (const PORT of ['abc', '70000', '-1', '1e3', '0x50', '', undefined]) {
    const start = PORT === undefined ? 'without PORT' : `with PORT=${PORT}`;
    const { code, stdout, stderr, ms } = await program.run('src/server.js', [], { env: { PORT } });
    assert.equal(code, 1, `The exit code ${start}`);
    assert.ok(ms < 1000 + slack, `The end ${start} took ${Math.round(ms)} ms`);
    assert.equal(stdout, '', `Standard output ${start}`);
    assert.match(stderr, /PORT/, `Standard error ${start}`);
    assert.doesNotMatch(stderr, STACK, `Standard error ${start} has a stack trace`);
  }
}, { tries: 3 });

criterion('1.5/2', 'With `PORT=0` the first line on standard output contains a URL whose port is not 0', async (program) => {
  const server = await program.start({ PORT: '0' });
  assert.match(server.lines[0], /http:\/\/[^\s/:]+:[1-9]\d*/, 'The first line on standard output');
  await server.get('/health', 200);
  // The system chooses: a second server finds a port, too.
  const second = await program.start({ PORT: '0' });
  await second.get('/health', 200);
  assert.notEqual(second.port, server.port, 'The port of a second server');
});

criterion('1.5/3', '`node --env-file=.env src/server.js` listens on port 4100', async (program) => {
  // Another port than 4100, so that two checks at once do not take it from each other.
  const port = await findFreePort();
  const copy = program.copy();
  copy.write('.env', `PORT=${port}\n`);
  const options = { node: ['--env-file=.env'] };
  const first = await copy.start({ PORT: undefined }, options);
  assert.equal(first.port, port, 'The port of the URL');
  await first.get('/health', 200);
  const second = await copy.run('src/server.js', [], { ...options, env: { PORT: undefined } });
  assert.equal(second.code, 1, 'The exit code of the second process');
  assert.match(second.stderr, new RegExp(`\\b${port}\\b`), 'Standard error of the second process');
}, { tries: 3 });

criterion('1.5/4', '`npm test` runs the black-box tests of exercises 1.3 and 1.4', async (program) => {
  const right = await program.copy().npmTest();
  assert.ok(right.code === 0, `npm test ends with exit code ${right.code}:\n${right.stdout}${right.stderr}`);
  const copy = program.copy();
  copy.write('src/server.js', brokenServer);
  const wrong = await copy.npmTest();
  assert.equal(wrong.code, 1, 'The exit code of npm test with a server that answers 200 to everything');
});

// It keeps the contract and none of the criteria.
const brokenServer = `import { createServer } from 'node:http';
const server = createServer((req, res) => res.end('hello'));
server.listen(Number(process.env.PORT), () => console.log(\`http://localhost:\${server.address().port}\`));
`;
