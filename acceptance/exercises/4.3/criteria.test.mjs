import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { assert, criterion } from '../../kit/index.mjs';
import { decodeToken, logIn, newEmail, PASSWORD, register } from '../../kit/accounts.mjs';

const ONE_ID = { 'x-request-id': '3f2504e0-4f89-41d3-9a0c-0305e82c3301' };

const tryTo = (server, email, password, status) => server.post('/auth/login', status, { json: { email, password }, headers: ONE_ID });

criterion('4.3/1', 'A wrong password of 15 letters, one of three letters and an unknown address', async (program) => {
  const server = await program.start();
  const { email } = await register(server);
  const guesses = [[email, 'p'.repeat(15)], [email, 'ppp'], [newEmail('eve'), PASSWORD]];
  const answers = [];
  for (const [address, password] of guesses) answers.push(await tryTo(server, address, password, 401));
  for (const answer of answers) {
    assert.ok(answer.problem, 'The body of 401');
    assert.equal(answer.text, answers[0].text, 'The body, compared with that of a wrong password of 15 letters');
    assert.match(answer.headers.get('www-authenticate') ?? '(missing)', /^Bearer/, 'The header WWW-Authenticate');
  }
});

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function measure(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

criterion('4.3/2', 'the median time of five logins with an unknown address is at least half', async (program) => {
  const server = await program.start({ SCRYPT_LOG_N: undefined });
  const { email } = await register(server);
  const times = { unknown: [], wrong: [] };
  // In turns, so that a busy machine is busy for both.
  for (let round = 0; round < 5; round += 1) {
    times.wrong.push(await measure(() => tryTo(server, email, 'a wrong password', 401)));
    times.unknown.push(await measure(() => tryTo(server, newEmail('eve'), 'a wrong password', 401)));
  }
  const [unknown, wrong] = [median(times.unknown), median(times.wrong)];
  assert.ok(unknown >= wrong / 2, `An unknown address took ${unknown.toFixed(1)} ms, a wrong password ${wrong.toFixed(1)} ms (medians)`);
}, { tries: 3 });

criterion('4.3/3', 'A right login answers 200, also with the address in another case, and has `Cache-Control: no-store`', async (program) => {
  const server = await program.start();
  const { id, email, password } = await register(server);
  for (const address of [email, email.toUpperCase()]) {
    const answer = await tryTo(server, address, password, 200);
    const { accessToken, tokenType, expiresIn } = answer.json;
    assert.deepEqual([tokenType, expiresIn], ['Bearer', 900], 'The members tokenType and expiresIn');
    assert.equal(answer.headers.get('cache-control'), 'no-store', 'The header Cache-Control');
    const { sub, iat, exp } = decodeToken(accessToken);
    assert.equal(sub, id, 'The claim sub');
    assert.ok(exp - iat >= 1 && exp - iat <= 900, `exp - iat is ${exp - iat}`);
  }
});

criterion('4.3/4', 'The payload contains neither the e-mail address nor anything of the password', async (program) => {
  const server = await program.start();
  const account = await register(server, { password: 'sesame-sesame-open' });
  const payload = JSON.stringify(decodeToken((await logIn(server, account)).accessToken));
  const { password_hash: hash } = program.openDatabase().prepare('SELECT password_hash FROM accounts').get();
  for (const secret of [account.email, 'sesame', '$scrypt$', hash.split('$').at(-1)]) {
    assert.ok(!payload.toLowerCase().includes(secret.toLowerCase()), `The payload contains ${secret}: ${payload}`);
  }
});

criterion('4.3/5', 'No `JWT_KEY`, and a `JWT_KEY` of 31 bytes, each end the start with exit code 1', async (program) => {
  const short = Buffer.alloc(31, 'short').toString('base64');
  for (const JWT_KEY of [undefined, short]) {
    const { code, stdout, stderr } = await program.run('src/server.js', [], { env: { JWT_KEY } });
    assert.equal(code, 1, `The exit code of a start with JWT_KEY=${JWT_KEY}`);
    assert.match(stderr, /JWT_KEY/, 'Standard error');
    assert.ok(!(stdout + stderr).includes(short), 'The message shows the value');
  }
  await (await program.start({ JWT_KEY: Buffer.alloc(32, 'long').toString('base64') })).stop();
});

criterion('4.3/6', 'After a login with `SCRYPT_LOG_N=12`, a hash that was stored with 10 begins with `$scrypt$ln=12`', async (program) => {
  const before = await program.start();
  const account = await register(before);
  await before.stop();
  const costs = () => program.openDatabase().prepare('SELECT password_hash AS hash FROM accounts').all().map(({ hash }) => hash.slice(0, 13));
  const server = await program.start({ SCRYPT_LOG_N: '12' });
  await tryTo(server, account.email, 'a wrong password', 401);
  assert.deepEqual(costs(), ['$scrypt$ln=10'], 'The beginning of the hash after a wrong password');
  await logIn(server, account);
  assert.deepEqual(costs(), ['$scrypt$ln=12'], 'The beginning of the hash after the login');
  await logIn(server, account);
});

criterion('4.3/7', 'With `NOW_FILE`, `iat` is the time that this file contains at the moment of the login', async (program) => {
  const NOW_FILE = join(program.scratch, 'now');
  writeFileSync(NOW_FILE, '2026-05-01T10:00:00.000Z');
  const server = await program.start({ NOW_FILE });
  const account = await register(server);
  for (const time of ['2026-05-01T10:00:00.000Z', '2026-06-01T10:00:00.000Z\n']) {
    writeFileSync(NOW_FILE, time);
    assert.equal(decodeToken((await logIn(server, account)).accessToken).iat, Date.parse(time.trim()) / 1000, `The claim iat at ${time}`);
  }
  const { code, stderr } = await program.run('src/server.js', [], { env: { NOW_FILE, NODE_ENV: 'production', SCRYPT_LOG_N: '15', PUBLIC_URL: 'https://toolshed.example' } });
  assert.equal(code, 1, 'The exit code in production');
  assert.match(stderr, /NOW_FILE/, 'Standard error in production');
});
