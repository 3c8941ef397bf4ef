import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { assert, criterion, eventually, measureSlack } from '../../kit/index.mjs';
import { enter, enterByCookie, logIn, makeClock, MINUTE, newEmail, readRows, register } from '../../kit/accounts.mjs';

const ONE_ID = { 'x-request-id': '3f2504e0-4f89-41d3-9a0c-0305e82c3301' };
const PUBLIC_URL = 'https://toolshed.example/app';
const NEW_PASSWORD = 'another horse battery';

// A server with an empty outbox.
async function startWithOutbox(program, env = {}) {
  const outbox = join(program.scratch, 'outbox');
  mkdirSync(outbox, { recursive: true });
  const server = await program.start({ PUBLIC_URL, OUTBOX_DIR: outbox, ...env });
  return { server, outbox };
}

const ask = (server, email, headers = {}) => server.post('/auth/password-resets', 202, { json: { email }, headers: { ...ONE_ID, ...headers } });
const confirm = (server, token, status, password = NEW_PASSWORD) => server.post('/auth/password-resets/confirm', status, { json: { token, password } });
const tryPassword = (server, { email }, password, status) => server.post('/auth/login', status, { json: { email, password } });

// The messages of the outbox as soon as there are so many: { to, link, token }.
async function waitForMessages(outbox, count, limit) {
  const list = () => readdirSync(outbox).filter((name) => name.endsWith('.json'));
  await eventually(() => list().length >= count, (ms) => `OUTBOX_DIR holds ${list().length} messages instead of ${count} after ${ms} ms`, limit);
  return list().map((name) => {
    const message = JSON.parse(readFileSync(join(outbox, name), 'utf8'));
    return { ...message, name, token: message.link?.split('#token=')[1] };
  });
}

// Asks for a token, and gives it.
async function getToken(server, outbox, { email }) {
  const known = new Set(readdirSync(outbox));
  await ask(server, email);
  const messages = await waitForMessages(outbox, known.size + 1);
  return messages.find(({ name }) => !known.has(name)).token;
}

const namesOf = (answer) => [...answer.headers.keys()].sort();

criterion('4.10/1', 'For a known address, in any case, and for an unknown one, sent with the same `x-request-id`', async (program) => {
  const slack = await measureSlack();
  const { server, outbox } = await startWithOutbox(program);
  const { email } = await register(server);
  const answers = [await ask(server, newEmail('eve')), await ask(server, email.toUpperCase()), await ask(server, email)];
  for (const answer of answers) {
    assert.equal(answer.text, answers[0].text, 'The body, compared with that for an unknown address');
    assert.deepEqual(namesOf(answer), namesOf(answers[0]), 'The names of the headers, compared with those for an unknown address');
  }
  const messages = await waitForMessages(outbox, 2, 1000 + slack);
  assert.deepEqual(messages.map(({ to }) => to), [email, email], 'The members to of all messages');
  assert.deepEqual(readdirSync(outbox).filter((name) => !/^[0-9a-f-]{36}\.json$/.test(name)), [], 'Files that are no <uuid>.json');
  await server.post('/auth/password-resets', 422, { json: {} });
}, { tries: 3 });

criterion('4.10/2', 'The work comes after the answer, and its failure stays there', async (program) => {
  const slack = await measureSlack();
  const { server, outbox } = await startWithOutbox(program);
  const { email } = await register(server);
  const db = program.openDatabase();
  db.exec('BEGIN IMMEDIATE');
  const began = performance.now();
  await ask(server, email);
  const took = performance.now() - began;
  db.exec('ROLLBACK');
  assert.ok(took < 2000 + slack, `With a database that somebody else writes, the answer took ${Math.round(took)} ms`);
  await waitForMessages(outbox, 1);
  rmSync(outbox, { recursive: true });
  await ask(server, email);
  await server.waitForError(/ENOENT/); // OUTBOX_DIR is missing
  await server.get('/health', 200);
}, { tries: 3 });

criterion('4.10/3', 'The link begins with `PUBLIC_URL`, also when the request had `Host: evil.example`', async (program) => {
  const { server, outbox } = await startWithOutbox(program);
  const { email } = await register(server);
  await ask(server, email, { host: 'evil.example', 'x-forwarded-host': 'evil.example' });
  const [{ link, token }] = await waitForMessages(outbox, 1);
  assert.ok(link.startsWith(`${PUBLIC_URL}/reset#token=`), `The link is ${link}`);
  assert.ok(token.length >= 43, `The token has only ${token.length} characters`);
  await confirm(server, token, 204);
  await confirm(server, token, 400);
  assert.ok(!(server.stdout + server.stderr).includes(token), 'The server prints the token');
});

criterion('4.10/4', 'Then the old password answers 401, the new one 200, and all access tokens, refresh tokens and cookies', async (program) => {
  const { server, outbox } = await startWithOutbox(program);
  const [ada, bo] = [await enter(server), await enter(server)];
  const { headers } = await enterByCookie(server);
  const browser = await enterByCookie(server);
  const tokens = [await getToken(server, outbox, ada.account), await getToken(server, outbox, browser.account)];
  for (const token of tokens) await confirm(server, token, 204);
  for (const { account } of [ada, browser]) {
    await tryPassword(server, account, account.password, 401);
    await tryPassword(server, account, NEW_PASSWORD, 200);
  }
  await ada.server.get('/me', 401);
  await server.post('/auth/refresh', 401, { json: { refreshToken: ada.login.refreshToken } });
  await browser.server.get('/me', 401);
  await browser.server.post('/auth/refresh', 401);
  // What belongs to others stays as it was.
  await bo.server.get('/me', 200);
  await server.get('/me', 200, { headers });
  await logIn(server, bo.account);
});

criterion('4.10/5', 'Of two confirmations sent at the same moment, one answers 204 and one 400', async (program) => {
  const { server, outbox } = await startWithOutbox(program);
  const account = await register(server);
  const used = await getToken(server, outbox, account);
  await confirm(server, used, 204);
  assert.ok((await confirm(server, used, 400, 'a third horse battery')).problem, 'The body of 400');
  await tryPassword(server, account, NEW_PASSWORD, 200);
  for (let round = 1; round <= 5; round += 1) {
    const token = await getToken(server, outbox, account);
    const passwords = [`first battery of ${round}`, `second battery of ${round}`];
    const answers = await Promise.all(passwords.map((password) => confirm(server, token, undefined, password)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [204, 400], `The statuses in round ${round}`);
    await tryPassword(server, account, passwords[answers.findIndex(({ status }) => status === 204)], 200);
  }
});

criterion('4.10/6', '31 minutes (by `NOW_FILE`) after the request the token answers 400', async (program) => {
  const clock = makeClock(program);
  const { server, outbox } = await startWithOutbox(program, clock.env);
  const account = await register(server);
  const late = await getToken(server, outbox, account);
  clock.forward(31 * MINUTE);
  const texts = [(await confirm(server, late, 400)).problem.detail];
  const first = await getToken(server, outbox, account);
  const second = await getToken(server, outbox, account);
  for (const token of [first, 'x'.repeat(43)]) texts.push((await confirm(server, token, 400)).problem.detail);
  assert.equal(new Set(texts).size, 1, `The texts for tokens that are not valid: ${texts}`);
  await tryPassword(server, account, account.password, 200);
  clock.forward(29 * MINUTE);
  await confirm(server, second, 204);
});

criterion('4.10/7', 'A password of 14 characters answers 422, and after it the token still works', async (program) => {
  const { server, outbox } = await startWithOutbox(program);
  const account = await register(server);
  const token = await getToken(server, outbox, account);
  const text = readRows(program.openDatabase());
  assert.ok(text.includes(account.email) && !text.includes(token), 'The database contains the token');
  for (const length of [14, 129]) await confirm(server, token, 422, 'p'.repeat(length));
  await confirm(server, token, 204, 'p'.repeat(15));
});

criterion('4.10/8', 'each end the start with exit code 1, and standard error names the variable', async (program) => {
  const { server } = await startWithOutbox(program);
  await ask(server, newEmail());
  const production = { NODE_ENV: 'production', SCRYPT_LOG_N: undefined, PUBLIC_URL: 'http://toolshed.example' };
  const starts = [['PUBLIC_URL', { PUBLIC_URL: undefined }], ['PUBLIC_URL', { PUBLIC_URL: 'toolshed.example' }], ['PUBLIC_URL', production], ['OUTBOX_DIR', { OUTBOX_DIR: undefined }]];
  for (const [name, env] of starts) {
    const { code, stderr } = await program.run('src/server.js', [], { env });
    assert.equal(code, 1, `The exit code of the start with a bad ${name}`);
    assert.ok(stderr.includes(name), `Standard error does not name ${name}: ${stderr}`);
  }
});
