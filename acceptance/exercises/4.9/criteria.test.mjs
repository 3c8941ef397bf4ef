import { assert, criterion } from '../../kit/index.mjs';
import { browserHeaders, cookieHeader, cookiesOf, enter, enterByCookie, logInByCookie } from '../../kit/accounts.mjs';
import { addLendable, addTool, borrow, makeStaff, startShed } from '../../kit/toolshed.mjs';

const NO_TOKEN = { 'x-csrf-token': undefined };
const EVIL = [{ origin: 'http://evil.example' }, { origin: 'null' }];

// A shed with a tool to borrow, and Ada's browser.
async function startWithBrowser(program, copies = 6) {
  const shed = await startShed(program);
  return { shed, tool: await addLendable(shed, copies), ada: await enterByCookie(shed) };
}

async function assertRefused(browser, tool, headers) {
  const total = async () => (await browser.get('/loans', 200)).json.total;
  const before = await total();
  assert.ok((await borrow(browser, tool, undefined, 403, { headers })).problem, 'The body of 403');
  assert.equal(await total(), before, 'The number of loans after a 403');
}

criterion('4.9/1', 'With the cookies, `POST /loans` answers 403 without `x-csrf-token`', async (program) => {
  const { shed, tool, ada } = await startWithBrowser(program);
  const another = browserHeaders(await logInByCookie(shed, ada.account))['x-csrf-token'];
  const bad = [NO_TOKEN, { 'x-csrf-token': '' }, { 'x-csrf-token': 'x'.repeat(43) }, { 'x-csrf-token': another }];
  for (const headers of bad) await assertRefused(ada.server, tool, headers);
  for (const site of ['cross-site', 'same-site', 'anything']) await assertRefused(ada.server, tool, { 'sec-fetch-site': site });
  await borrow(ada.server, tool);
});

criterion('4.9/2', 'Without `Sec-Fetch-Site`, as a browser on plain HTTP sends it', async (program) => {
  const { shed, tool, ada } = await startWithBrowser(program);
  const { port } = new URL(shed.url);
  for (const headers of [...EVIL, { origin: shed.url.replace(port, Number(port) + 1) }]) await assertRefused(ada.server, tool, headers);
  await borrow(ada.server, tool, undefined, 201, { headers: { origin: shed.url } });
  const own = { host: 'shed.example', origin: 'http://shed.example' };
  for (const end of ['.evil.example', ':8080']) await assertRefused(ada.server, tool, { ...own, origin: own.origin + end });
  await borrow(ada.server, tool, undefined, 201, { headers: own });
});

criterion('4.9/3', 'With the right token it answers 201: with `Sec-Fetch-Site: same-origin`, with `none`', async (program) => {
  const { tool, ada } = await startWithBrowser(program);
  assert.equal(typeof ada.headers['x-csrf-token'], 'string', 'The type of the member csrfToken');
  for (const site of ['same-origin', 'none', undefined]) {
    await assertRefused(ada.server, tool, { ...NO_TOKEN, 'sec-fetch-site': site });
    await borrow(ada.server, tool, undefined, 201, { headers: { 'sec-fetch-site': site } });
  }
});

criterion('4.9/4', 'The same holds for PUT, PATCH and DELETE, for `POST /auth/logout` and for `POST /auth/refresh` by cookie', async (program) => {
  const { shed, tool, ada } = await startWithBrowser(program);
  makeStaff(program, ada.account);
  const loan = (await borrow(ada.server, tool)).json;
  const made = await addTool(shed);
  const tag = { 'if-match': '*' };
  const foreign = [NO_TOKEN, { 'sec-fetch-site': 'cross-site' }, ...EVIL];
  const changes = [
    ['PUT', `/loans/${loan.id}/return`, 200], ['PUT', `/tools/${made.id}`, 200, { name: 'Saw', price: 1 }],
    ['PATCH', `/tools/${made.id}`, 200, { price: 2 }], ['DELETE', `/tools/${made.id}`, 204], ['POST', '/auth/refresh', 200],
  ];
  for (const [method, path, status, json] of changes) {
    for (const headers of foreign) await ada.server.send(method, path, 403, { json, headers: { ...tag, ...headers } });
    await ada.server.send(method, path, status, { json, headers: tag });
  }
  const next = await enterByCookie(shed);
  for (const headers of foreign) await next.server.post('/auth/logout', 403, { headers });
  await next.server.get('/me', 200);
  await next.server.post('/auth/logout', 204);
});

criterion('4.9/5', 'With a bearer token and no cookies, `POST /loans` answers 201 without `x-csrf-token`', async (program) => {
  const { shed, tool, ada } = await startWithBrowser(program);
  const bo = await enter(shed);
  await borrow(bo.server, tool);
  await borrow(bo.server, tool, undefined, 201, { headers: { 'sec-fetch-site': 'cross-site', origin: 'https://desk.example' } });
  await borrow(ada.server, tool, undefined, 403, { headers: NO_TOKEN });
});

criterion('4.9/6', '`POST /auth/login` with `"mode":"cookie"` answers 403 without a `Set-Cookie` header', async (program) => {
  const { shed, ada } = await startWithBrowser(program, 0);
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, ...EVIL]) {
    const answer = await logInByCookie(shed, ada.account, 403, headers);
    assert.deepEqual(answer.headers.getSetCookie(), [], 'The cookies of a refused login');
  }
  for (const headers of [{}, { 'sec-fetch-site': 'same-origin' }]) await logInByCookie(shed, ada.account, 200, headers);
});

criterion('4.9/7', '`GET /auth/csrf` with the cookies answers 200 with `Cache-Control: no-store`', async (program) => {
  const { shed, tool, ada } = await startWithBrowser(program);
  const cookie = cookieHeader(cookiesOf(ada.answer));
  const answer = await shed.get('/auth/csrf', 200, { headers: { authorization: undefined, cookie } });
  assert.equal(answer.headers.get('cache-control'), 'no-store', 'The header Cache-Control');
  assert.equal(answer.json.csrfToken, ada.answer.json.csrfToken, 'The member csrfToken, compared with that of the login');
  await shed.get('/auth/csrf', 401, { headers: { authorization: undefined } });
  const next = await ada.server.post('/auth/refresh', 200);
  assert.equal(next.json.csrfToken, ada.answer.json.csrfToken, 'The member csrfToken after a refresh');
  await borrow(ada.server, tool);
});
