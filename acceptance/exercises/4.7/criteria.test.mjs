import { assert, criterion } from '../../kit/index.mjs';
import { bearer, DAY, decodeToken, enter, logIn, makeClock, readRows, signToken } from '../../kit/accounts.mjs';

const refresh = (server, refreshToken, status) => server.post('/auth/refresh', status, { json: { refreshToken } });

const getMe = (server, { accessToken }, status) => server.get('/me', status, { headers: bearer(accessToken) });

criterion('4.7/1', '`POST /auth/refresh` with the token R1 of a login answers 200', async (program) => {
  const server = await program.start();
  const { account, login } = await enter(server);
  const answer = await refresh(server, login.refreshToken, 200);
  const { accessToken, refreshToken, tokenType, expiresIn } = answer.json;
  assert.deepEqual([tokenType, expiresIn, answer.headers.get('cache-control')], ['Bearer', 900, 'no-store'], 'tokenType, expiresIn and Cache-Control');
  assert.notEqual(refreshToken, login.refreshToken, 'R2, compared with R1');
  assert.equal((await getMe(server, { accessToken }, 200)).json.id, account.id, 'The id of GET /me');
  await refresh(server, refreshToken, 200);
});

criterion('4.7/2', 'R1 again answers 401. After that R2 answers 401 as well', async (program) => {
  const server = await program.start();
  const { account, login: first } = await enter(server);
  const other = await logIn(server, account);
  const second = (await refresh(server, first.refreshToken, 200)).json;
  assert.ok((await refresh(server, first.refreshToken, 401)).problem, 'The body of 401');
  await refresh(server, second.refreshToken, 401);
  for (const login of [first, second]) await getMe(server, login, 401);
  await getMe(server, other, 200);
  await refresh(server, other.refreshToken, 200);
});

criterion('4.7/3', 'Of two requests with the same token sent at the same moment', async (program) => {
  const servers = [await program.start(), await program.start()];
  const { account } = await enter(servers[0]);
  for (let round = 1; round <= 20; round += 1) {
    const [one, two] = round % 2 ? servers : [servers[0], servers[0]];
    const { refreshToken } = await logIn(servers[0], account);
    const answers = await Promise.all([refresh(one, refreshToken), refresh(two, refreshToken)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 401], `The statuses in round ${round}, to ${one === two ? 'one process' : 'two processes'}`);
    const winner = answers.find(({ status }) => status === 200).json;
    await refresh(servers[0], winner.refreshToken, 401);
    await getMe(servers[0], winner, 401);
  }
});

criterion('4.7/4', '31 days (by `NOW_FILE`) after the last refresh the newest token answers 401', async (program) => {
  const clock = makeClock(program);
  const server = await program.start(clock.env);
  let { login } = await enter(server);
  for (let days = 20; days <= 60; days += 20) {
    clock.forward(20 * DAY);
    login = (await refresh(server, login.refreshToken, 200)).json;
  }
  clock.forward(31 * DAY);
  await refresh(server, login.refreshToken, 401);
});

criterion('4.7/5', 'The database contains none of the tokens that the server has handed out', async (program) => {
  const server = await program.start();
  const { account, login } = await enter(server);
  const next = (await refresh(server, login.refreshToken, 200)).json;
  const text = readRows(program.openDatabase());
  assert.ok(text.includes(account.email), 'The database contains the account');
  for (const { accessToken, refreshToken } of [login, next]) {
    for (const token of [accessToken, refreshToken]) assert.ok(!text.includes(token), `The database contains ${token}`);
  }
  const { refreshToken } = next;
  const changed = (refreshToken[0] === 'A' ? 'B' : 'A') + refreshToken.slice(1);
  const wrong = ['x'.repeat(43), changed, ''];
  for (const token of wrong) await refresh(server, token, 401);
  await server.post('/auth/refresh', 422, { json: {} });
  await refresh(server, refreshToken, 200);
});

criterion('4.7/6', 'An access token without `sid`, and one with the `sid` of a login of another member', async (program) => {
  const server = await program.start();
  const [ada, bo] = [await enter(server), await enter(server)];
  const claims = decodeToken(ada.token);
  await getMe(server, { accessToken: signToken(claims) }, 200);
  for (const sid of [undefined, decodeToken(bo.token).sid, 'no-such-login']) {
    await getMe(server, { accessToken: signToken({ ...claims, sid }) }, 401);
  }
});
