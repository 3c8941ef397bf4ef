import { assert, criterion } from '../../kit/index.mjs';
import { bearer, enterByCookie, register } from '../../kit/accounts.mjs';
import { addLendable, borrow, startShed } from '../../kit/toolshed.mjs';

const DESK = 'https://desk.example';
const KIOSK = 'https://kiosk.example:8443';
const ORIGINS = { CORS_ORIGINS: `${DESK},${KIOSK}` };
const PREFLIGHT = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' };

const corsHeaders = (answer) => [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'));
const listOf = (answer, name) => (answer.headers.get(name) ?? '').toLowerCase().split(',').map((item) => item.trim());

function assertAllowed(answer, origin = DESK) {
  assert.equal(answer.headers.get('access-control-allow-origin'), origin, `${answer.request}: the header Access-Control-Allow-Origin`);
  assertVaries(answer);
}

const assertVaries = (answer) => assertContains(answer, 'vary', ['Origin']);

function assertContains(answer, header, items) {
  const missing = items.filter((item) => !listOf(answer, header).includes(item.toLowerCase()));
  assert.deepEqual(missing, [], `${answer.request}: what the header ${header} lacks`);
}

criterion('4.11/1', '`GET /tools` with one of the two as `Origin` answers 200 with an `Access-Control-Allow-Origin` of exactly this text', async (program) => {
  const server = await program.start(ORIGINS);
  for (const origin of [DESK, KIOSK]) assertAllowed(await server.get('/tools', 200, { headers: { origin } }), origin);
});

criterion('4.11/2', 'In all these cases, and in those of the criterion before, `Vary` contains `Origin`', async (program) => {
  const server = await program.start(ORIGINS);
  const foreign = ['https://evildesk.example', 'https://desk.example.evil.test', 'http://desk.example', 'https://kiosk.example', 'null', undefined];
  for (const origin of foreign) {
    const answer = await server.get('/tools', 200, { headers: { origin } });
    assert.deepEqual(corsHeaders(answer), [], `The headers of CORS for Origin ${origin}`);
    assertVaries(answer);
  }
  for (const origin of [DESK, KIOSK]) assertAllowed(await server.get('/tools', 200, { headers: { origin } }), origin);
});

criterion('4.11/3', 'A preflight without a token, `OPTIONS /loans` with the origin of the desk', async (program) => {
  const server = await program.start(ORIGINS);
  const answer = await server.send('OPTIONS', '/loans', 204, { headers: { origin: DESK, ...PREFLIGHT } });
  assertAllowed(answer);
  assert.equal(answer.text, '', 'The body of the preflight');
  assertContains(answer, 'access-control-allow-methods', ['POST', 'PUT', 'PATCH', 'DELETE']);
  assertContains(answer, 'access-control-allow-headers', ['Authorization', 'Content-Type', 'If-Match']);
  assert.equal(answer.headers.get('access-control-max-age'), '600', 'The header Access-Control-Max-Age');
  const foreign = await server.send('OPTIONS', '/loans', null, { headers: { origin: 'https://evildesk.example', ...PREFLIGHT } });
  assert.deepEqual(corsHeaders(foreign), [], 'The headers of CORS for https://evildesk.example');
  await server.send('OPTIONS', '/tools', 405, { headers: { origin: DESK } });
});

criterion('4.11/4', '`POST /auth/login` in the mode `token` with the origin of the desk and `Sec-Fetch-Site: cross-site` answers 200', async (program) => {
  const shed = await startShed(program, ORIGINS);
  const tool = await addLendable(shed);
  const { email, password } = await register(shed);
  const desk = shed.with({ authorization: undefined, origin: DESK, 'sec-fetch-site': 'cross-site' });
  const login = await desk.post('/auth/login', 200, { json: { email, password, mode: 'token' } });
  assertAllowed(login);
  const known = desk.with(bearer(login.json.accessToken));
  const lent = await borrow(known, tool, undefined, 201);
  assertAllowed(lent);
  assertContains(lent, 'access-control-expose-headers', ['ETag', 'Link', 'Location', 'X-Request-Id']);
  const broken = { body: '{"email":', headers: { 'content-type': 'application/json' } };
  for (const answer of [await desk.get('/loans', 401), await desk.get('/nowhere', 404), await desk.post('/auth/login', 400, broken)]) assertAllowed(answer);
});

criterion('4.11/5', 'No answer has `Access-Control-Allow-Credentials`', async (program) => {
  const shed = await startShed(program, ORIGINS);
  const tool = await addLendable(shed);
  const ada = await enterByCookie(shed);
  const answers = [
    await borrow(ada.server, tool, undefined, 403, { headers: { origin: DESK } }),
    await ada.server.get('/loans', 200, { headers: { origin: DESK } }),
    await shed.send('OPTIONS', '/loans', 204, { headers: { origin: DESK, ...PREFLIGHT } }),
  ];
  for (const answer of answers) {
    assertAllowed(answer);
    assert.equal(answer.headers.get('access-control-allow-credentials'), null, `${answer.request}: the header Access-Control-Allow-Credentials`);
  }
  await borrow(ada.server, tool);
});

criterion('4.11/6', 'ends the start with exit code 1, and standard error names the variable. Without the variable', async (program) => {
  const bad = ['*', 'null', 'desk.example', 'https://desk.example/', 'https://desk.example/app', `${DESK},*`].map((text) => ({ CORS_ORIGINS: text }));
  const production = { NODE_ENV: 'production', SCRYPT_LOG_N: undefined };
  for (const env of [...bad, { ...production, CORS_ORIGINS: 'http://desk.example' }]) {
    const { code, stderr } = await program.run('src/server.js', [], { env });
    assert.equal(code, 1, `The exit code of a start with CORS_ORIGINS=${env.CORS_ORIGINS}`);
    assert.match(stderr, /CORS_ORIGINS/, 'Standard error');
  }
  const server = await program.start();
  const answers = [await server.get('/tools', 200, { headers: { origin: DESK } }), await server.send('OPTIONS', '/tools', null, { headers: { origin: DESK, ...PREFLIGHT } })];
  for (const answer of answers) assert.deepEqual(corsHeaders(answer), [], 'The headers of CORS without the variable');
  assertVaries(answers[0]);
  assertAllowed(await (await program.start({ CORS_ORIGINS: 'http://localhost:8080' })).get('/tools', 200, { headers: { origin: 'http://localhost:8080' } }), 'http://localhost:8080');
});
