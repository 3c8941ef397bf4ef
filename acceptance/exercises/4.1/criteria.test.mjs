import { assert, criterion, later } from '../../kit/index.mjs';
import { assertUnchanged, newEmail, PASSWORD, register } from '../../kit/accounts.mjs';
import { assertPath } from '../../kit/toolshed.mjs';

const TRIGGER = "CREATE TRIGGER fail BEFORE INSERT ON accounts BEGIN SELECT RAISE(ABORT, 'planted'); END";

const hashesIn = (db) => db.prepare('SELECT password_hash FROM accounts').all().map(({ password_hash: hash }) => hash);

criterion('4.1/1', 'The body contains neither the password nor the stored hash', async (program) => {
  const server = await program.start();
  const answer = await server.post('/accounts', 201, { json: { name: ' Ada ', email: ' Ada@Example.org ', password: PASSWORD } });
  const { id, name, email, createdAt } = answer.json;
  assert.deepEqual([name, email], ['Ada', 'Ada@Example.org'], 'The members name and email');
  assert.ok(!Number.isNaN(Date.parse(createdAt)), `The member createdAt: ${createdAt}`);
  assert.equal(answer.headers.get('location'), '/me', 'The header Location');
  const db = program.openDatabase();
  assert.equal(db.prepare('SELECT id FROM members').get().id, id, 'The id of the member');
  for (const secret of [PASSWORD, ...hashesIn(db)]) assert.ok(!answer.text.includes(secret), `The answer contains ${secret}`);
  assert.deepEqual(Object.keys(answer.json).filter((key) => /pass/i.test(key)), [], 'Members whose name contains pass');
});

criterion('4.1/2', 'Two accounts with equal passwords have different values in `password_hash`', async (program) => {
  const server = await program.start();
  await register(server);
  await register(server);
  const [first, second] = hashesIn(program.openDatabase());
  assert.notEqual(first, second, 'The hashes of equal passwords');
  for (const hash of [first, second]) {
    assert.ok(hash.startsWith('$scrypt$ln='), `The beginning of ${hash}`);
    assert.ok(!hash.includes(PASSWORD), `The hash contains the password: ${hash}`);
  }
});

criterion('4.1/3', 'While `POST /accounts` computes with `SCRYPT_LOG_N=16`, the server goes on', async (program) => {
  const server = await program.start({ SCRYPT_LOG_N: '16' });
  await server.get('/health', 200);
  const order = [];
  const registered = later(register(server).then(() => order.push('POST /accounts')));
  await new Promise((resolve) => setTimeout(resolve, 100));
  await server.get('/health', 200).then(() => order.push('GET /health'));
  await registered;
  assert.deepEqual(order, ['GET /health', 'POST /accounts'], 'The order of the answers');
  const [hash] = hashesIn(program.openDatabase());
  assert.ok(hash.startsWith('$scrypt$ln=16'), `The beginning of ${hash}`);
}, { tries: 3 });

// What a program prints that has the two functions and the two costs.
const TRIALS = `
  import { hashPassword, verifyPassword } from './src/passwords.js';
  const password = 'correct h\\u00f6rse battery';
  const results = [];
  for (const ln of [10, 12]) {
    const stored = await hashPassword(password, { ln, r: 8, p: 3 });
    const others = [password, 'correct ho\\u0308rse battery', 'correct h\\u00f6rse batterz', 'Correct h\\u00f6rse battery'];
    for (const text of others) results.push(await verifyPassword(text, stored));
  }
  console.log(JSON.stringify(results));`;

criterion('4.1/4', '`verifyPassword` gives true for the right password and each stored value', async (program) => {
  const { code, stdout, stderr } = await program.evaluate(TRIALS);
  assert.ok(code === 0, `The module test ended with exit code ${code}:\n${stderr}`);
  // The same password, the same in other bytes, and two with one letter changed.
  const expected = [true, true, false, false];
  assert.deepEqual(JSON.parse(stdout), [...expected, ...expected], 'What verifyPassword gives');
});

criterion('4.1/5', 'A password of 14 or of 129 characters, an address `ada` or one of 256 characters', async (program) => {
  const server = await program.start();
  const good = () => ({ name: 'Ada', email: newEmail(), password: PASSWORD });
  const bad = [
    ['password', { password: 'p'.repeat(14) }], ['password', { password: 'p'.repeat(129) }], ['email', { email: 'ada' }],
    ['email', { email: `${'a'.repeat(250)}@x.org` }], ['name', { name: undefined }], ['role', { role: 'staff' }],
  ];
  await assertUnchanged(program, ['members', 'accounts'], async () => {
    for (const [path, change] of bad) assertPath(await server.post('/accounts', 422, { json: { ...good(), ...change } }), path);
  });
  for (const length of [15, 128]) await server.post('/accounts', 201, { json: { ...good(), password: 'p'.repeat(length) } });
});

criterion('4.1/6', 'If the INSERT into `accounts` fails, `POST /accounts` answers 500', async (program) => {
  const server = await program.start();
  program.openDatabase().exec(TRIGGER);
  const email = newEmail('zacharias');
  await assertUnchanged(program, ['members'], () => server.post('/accounts', 500, { json: { name: 'Ada', email, password: PASSWORD } }));
  await server.waitForError(/planted/);
  for (const secret of [email, '$scrypt$', PASSWORD]) assert.ok(!(server.stdout + server.stderr).includes(secret), `The server prints ${secret}`);
});

criterion('4.1/7', 'end the start with exit code 1, and standard error names `SCRYPT_LOG_N`', async (program) => {
  const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://toolshed.example' };
  await (await program.start({ ...production, SCRYPT_LOG_N: undefined })).stop();
  for (const env of [{ ...production, SCRYPT_LOG_N: '10' }, { SCRYPT_LOG_N: '9' }, { SCRYPT_LOG_N: '21' }]) {
    const { code, stderr } = await program.run('src/server.js', [], { env });
    assert.equal(code, 1, 'The exit code of the start');
    assert.match(stderr, /SCRYPT_LOG_N/, 'Standard error');
  }
});
