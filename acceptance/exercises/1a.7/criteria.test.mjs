import { assert, criterion } from '../../kit/index.mjs';
import { SAW } from '../../kit/resources.mjs';

const NAMES = ['deprecation', 'sunset'];

const linkOf = (answer) => /<([^>]*)>[^,]*rel="?deprecation"?/.exec(answer.headers.get('link') ?? '')?.[1];

criterion('1a.7/1', 'a `Link` with `rel="deprecation"`', async (program) => {
  const server = await program.start();
  const answers = [
    await server.get('/v1/tools', 200), await server.post('/v1/tools', 201, { json: SAW }),
    await server.get('/v1/tools/unknown', 404), await server.get('/v1/nowhere', 404), await server.post('/v1/tools', 400, { json: {} }),
  ];
  for (const answer of answers) {
    const [deprecation, sunset] = NAMES.map((name) => answer.headers.get(name) ?? '');
    assert.match(deprecation, /^@\d+$/, `${answer.request}: the header Deprecation`);
    assert.equal(new Date(sunset).toUTCString(), sunset, `${answer.request}: the header Sunset is an HTTP date`);
    assert.ok(Date.parse(sunset) / 1000 > Number(deprecation.slice(1)), `${answer.request}: the sunset is later than the deprecation`);
    assert.ok(linkOf(answer), `${answer.request}: the header Link has no rel="deprecation"`);
  }
});

criterion('1a.7/2', 'answers 200 with `content-type` `text/html`, and the page contains `place` and `shelf`', async (program) => {
  const server = await program.start();
  const { pathname } = new URL(linkOf(await server.get('/v1/tools', 200)) ?? 'missing', 'http://localhost/');
  const page = await server.get(pathname, 200);
  assert.match(page.type, /^text\/html/, 'The content type of the page');
  for (const word of ['place', 'shelf']) assert.ok(page.text.includes(word), `The page contains ${word}`);
});

criterion('1a.7/3', 'Answers of `/v2`, `/tools` and `/health` have none of the three headers', async (program) => {
  const server = await program.start();
  assert.ok(linkOf(await server.get('/v1/tools', 200)), 'The header Link of /v1/tools');
  for (const path of ['/v2/tools', '/tools', '/health']) {
    const answer = await server.get(path, 200);
    assert.deepEqual([...NAMES.map((name) => answer.headers.get(name)), linkOf(answer)], [null, null, undefined], `The three headers of ${path}`);
  }
});

criterion('1a.7/4', 'The log line of a request to `/v1/tools` contains `"deprecated":true`', async (program) => {
  const server = await program.start();
  await server.get('/v1/tools', 200);
  await server.get('/v2/tools', 200);
  await server.line(2);
  const lineOf = (path) => server.lines.find((line) => line.includes(`"${path}"`)) ?? '';
  assert.match(lineOf('/v1/tools'), /"deprecated":true/, 'The log line of /v1/tools');
  assert.doesNotMatch(lineOf('/v2/tools'), /"deprecated":true/, 'The log line of /v2/tools');
});

criterion('1a.7/5', 'throws an error whose message contains both dates in the form `2027-01-01`', async (program) => {
  const { stdout, stderr } = await program.evaluate(`
    import { announceEnd } from './src/deprecation.js';
    const [early, late] = [Date.UTC(2027, 0, 1), Date.UTC(2027, 5, 30)];
    console.log(typeof announceEnd({ deprecated: early, sunset: late, page: '/docs' }));
    try {
      announceEnd({ deprecated: late, sunset: early, page: '/docs' });
      console.log('nothing was thrown');
    } catch (error) {
      console.log(error.message);
    }
  `);
  const [made, message] = stdout.split('\n');
  assert.equal(made, 'function', `What announceEnd returns; standard error: ${stderr}`);
  for (const day of ['2027-01-01', '2027-06-30']) assert.ok(message.includes(day), `The message contains ${day}: ${message}`);
});
