import { assert, criterion } from '../../kit/index.mjs';
import { bearer, browserHeaders, cookiesOf, enter, enterByCookie, logInByCookie } from '../../kit/accounts.mjs';

const PRODUCTION = { NODE_ENV: 'production', SCRYPT_LOG_N: undefined, PUBLIC_URL: 'https://toolshed.example' };

const refresh = (server, refreshToken, status) => server.post('/auth/refresh', status, { json: { refreshToken } });

const namesOf = (answer) => cookiesOf(answer).map(({ name }) => name).sort();

criterion('4.8/1', 'A login with `"mode":"cookie"` answers 200, and its body contains no JWT and no refresh token', async (program) => {
  const server = await program.start();
  const { answer } = await enterByCookie(server);
  assert.deepEqual(namesOf(answer), ['access', 'refresh'], 'The names of the cookies');
  assert.equal(answer.headers.get('cache-control'), 'no-store', 'The header Cache-Control');
  for (const { name, value, attributes } of cookiesOf(answer)) {
    assert.ok(value.length > 20 && !answer.text.includes(value), `The body contains the cookie ${name}: ${answer.text}`);
    assert.ok('httponly' in attributes && !('domain' in attributes), `${name} needs HttpOnly and no Domain: ${Object.keys(attributes)}`);
    const seconds = { access: '900', refresh: '2592000' }[name];
    assert.deepEqual([attributes.samesite, attributes.path, attributes['max-age']], ['Lax', '/', seconds], `SameSite, Path and Max-Age of ${name}`);
  }
  assert.doesNotMatch(answer.text, /eyJ/, 'The body, which must not contain a JWT');
  await server.post('/auth/login', 422, { json: { email: 'ada@x.org', password: 'x', mode: 'Cookie' } });
});

criterion('4.8/2', 'With `NODE_ENV=production` each also has `Secure`, and its name begins with `__Host-`', async (program) => {
  const plain = await enterByCookie(await program.start());
  assert.deepEqual(cookiesOf(plain.answer).map(({ attributes }) => 'secure' in attributes), [false, false], 'Secure outside production');
  const { answer, server } = await enterByCookie(await program.start(PRODUCTION));
  assert.deepEqual(namesOf(answer), ['__Host-access', '__Host-refresh'], 'The names of the cookies in production');
  const out = await server.post('/auth/logout', 204);
  for (const { name, attributes } of [...cookiesOf(answer), ...cookiesOf(out)]) {
    assert.ok('secure' in attributes && attributes.path === '/' && !('domain' in attributes), `${name} needs Secure, Path=/ and no Domain`);
  }
});

criterion('4.8/3', 'With the cookies, `GET /me` answers 200, also when other cookies stand before and after them', async (program) => {
  const server = await program.start();
  const { account, answer, headers } = await enterByCookie(server);
  for (const cookie of [headers.cookie, `theme=dark; no-access=1; ${headers.cookie}; access2=x; flag`]) {
    const { json } = await server.get('/me', 200, { headers: { cookie } });
    assert.equal(json.id, account.id, 'The id of GET /me');
  }
  const next = await server.post('/auth/refresh', 200, { headers });
  assert.deepEqual(namesOf(next), ['access', 'refresh'], 'The names of the cookies after the refresh');
  const [before, after] = [answer, next].map((each) => cookiesOf(each).find(({ name }) => name === 'refresh').value);
  assert.notEqual(after, before, 'The refresh token after the refresh');
  assert.ok(!next.text.includes(after), 'The body of the refresh contains the token');
  await server.get('/me', 200, { headers: browserHeaders(next) });
});

criterion('4.8/4', 'After `POST /auth/logout` with the cookies, which answers 204 and clears both', async (program) => {
  const server = await program.start();
  const { account, answer, headers, server: browser } = await enterByCookie(server);
  const out = await browser.post('/auth/logout', 204);
  assert.deepEqual(namesOf(out), namesOf(answer), 'The cookies that are cleared');
  for (const { name, value, attributes } of cookiesOf(out)) {
    const gone = attributes['max-age'] === '0' || Date.parse(attributes.expires) < Date.now();
    assert.ok(value === '' && gone && attributes.path === '/' && attributes.samesite === 'Lax' && 'httponly' in attributes, `${name} is cleared with the same attributes`);
  }
  await browser.get('/me', 401);
  await browser.post('/auth/refresh', 401);
  const again = await logInByCookie(server, account, 200, { cookie: headers.cookie });
  await server.get('/me', 200, { headers: browserHeaders(again) });
});

criterion('4.8/5', 'The same holds for the mode `token`: after logging out, access token and refresh token answer 401', async (program) => {
  const server = await program.start();
  const { account, token, login } = await enter(server);
  const other = await server.post('/auth/login', 200, { json: { email: account.email, password: account.password, mode: 'token' } });
  const next = await refresh(server, login.refreshToken, 200);
  const out = await server.post('/auth/logout', 204, { headers: bearer(token) });
  for (const answer of [other, next, out]) assert.deepEqual(answer.headers.getSetCookie(), [], `The cookies of ${answer.request}`);
  await server.get('/me', 401, { headers: bearer(token) });
  await refresh(server, next.json.refreshToken, 401);
  await server.get('/me', 200, { headers: bearer(other.json.accessToken) });
  await server.post('/auth/logout', 401);
});

criterion('4.8/6', 'A good cookie together with `Authorization: Bearer abc`, or with an empty', async (program) => {
  const server = await program.start();
  const { server: browser } = await enterByCookie(server);
  await browser.get('/me', 200);
  for (const authorization of ['Bearer abc', 'Basic YTpi', '']) await browser.get('/me', 401, { headers: { authorization } });
});
