import { assert, criterion } from '../../kit/index.mjs';
import { bearer, decodeToken, enter, makeClock, MINUTE, signToken } from '../../kit/accounts.mjs';

// Another character in the middle of the signature.
function breakSignature(token) {
  const at = token.lastIndexOf('.') + 20;
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
}

criterion('4.4/1', '`GET /me` with a good token answers 200 with the member, also with `bearer` in lower case', async (program) => {
  const server = await program.start();
  const { account, token } = await enter(server, { name: 'Ada' });
  const { id, name, email } = account;
  for (const authorization of [`Bearer ${token}`, `bearer ${token}`]) {
    const { json } = await server.get('/me', 200, { headers: { authorization } });
    assert.deepEqual([json.id, json.name, json.email], [id, name, email], 'The members id, name and email');
  }
  const again = signToken(decodeToken(token));
  await server.get('/me', 200, { headers: bearer(again) });
});

criterion('4.4/2', 'It answers 401 as problem JSON with a `WWW-Authenticate` header that begins with `Bearer`', async (program) => {
  const clock = makeClock(program);
  const server = await program.start(clock.env);
  const { token } = await enter(server);
  const claims = decodeToken(token);
  const tokens = {
    'a changed signature': breakSignature(token),
    'another key': signToken(claims, { key: Buffer.alloc(32, 'x') }),
    'alg: none': signToken(claims, { header: { alg: 'none' } }),
    'another alg': signToken(claims, { header: { alg: 'HS512' } }),
    'another aud': signToken({ ...claims, aud: 'clinic' }),
    'another iss': signToken({ ...claims, iss: 'clinic' }),
    'no exp': signToken({ ...claims, exp: undefined }),
    'no sub': signToken({ ...claims, sub: undefined }),
  };
  const headers = [undefined, 'Bearer', 'Basic YTpi', 'Bearer abc', ...Object.values(tokens).map((text) => `Bearer ${text}`)];
  for (const authorization of headers) await assertRefused(server, authorization && { authorization });
  clock.forward(14 * MINUTE);
  await server.get('/me', 200, { headers: bearer(token) });
  clock.forward(2 * MINUTE);
  await assertRefused(server, bearer(token));
});

async function assertRefused(server, headers = {}) {
  const answer = await server.get('/me', 401, { headers });
  assert.ok(answer.problem, 'The body of 401');
  assert.match(challengeOf(answer), /^Bearer/, 'The header WWW-Authenticate');
}

const challengeOf = (answer) => answer.headers.get('www-authenticate') ?? '(missing)';

criterion('4.4/3', 'Only the answer without an `Authorization` header has no `error="invalid_token"`', async (program) => {
  const server = await program.start();
  await enter(server);
  assert.doesNotMatch(challengeOf(await server.get('/me', 401)), /error=/, 'WWW-Authenticate without a token');
  for (const authorization of ['Bearer', 'Basic YTpi', 'Bearer abc']) {
    const answer = await server.get('/me', 401, { headers: { authorization } });
    assert.match(challengeOf(answer), /error="invalid_token"/, `WWW-Authenticate with ${authorization}`);
  }
});

criterion('4.4/4', "A token whose member's account was deleted from the database answers 401", async (program) => {
  const server = await program.start();
  const [ada, bo] = [await enter(server), await enter(server)];
  const db = program.openDatabase();
  // Whatever else belongs to the account may stay: a check of keys is not what this is about.
  db.exec('PRAGMA foreign_keys = OFF');
  db.prepare('DELETE FROM accounts WHERE member_id = ?').run(ada.account.id);
  await ada.server.get('/me', 401);
  db.exec('PRAGMA legacy_alter_table = ON; ALTER TABLE accounts RENAME TO hidden_accounts');
  await bo.server.get('/me', 500);
  db.exec('ALTER TABLE hidden_accounts RENAME TO accounts');
  await bo.server.get('/me', 200);
});

criterion('4.4/5', '`GET /loans` without a token answers 401; `GET /tools` without a token answers 200', async (program) => {
  const clock = makeClock(program);
  const server = await program.start(clock.env);
  const { account, token, server: known } = await enter(server);
  for (const [method, path] of [['GET', '/loans'], ['POST', '/loans'], ['GET', '/loans/x'], ['PUT', '/loans/x/return']]) await server.send(method, path, 401);
  await known.get('/loans', 200);
  await server.get('/tools', 200);
  clock.forward(16 * MINUTE);
  await known.get('/tools', 401);
  await server.post('/auth/login', 200, { json: { email: account.email, password: account.password }, headers: bearer(token) });
});
