import { assert, criterion } from '../../kit/index.mjs';
import { assertUnchanged, newEmail, PASSWORD, register } from '../../kit/accounts.mjs';

const tryTo = (server, email, status) => server.post('/accounts', status, { json: { name: 'Bo', email, password: PASSWORD } });

const WAYS = ['A@x.org', ' a@X.ORG ', 'a@x.org'];

criterion('4.2/1', 'After an account for `a@x.org`, `POST /accounts` with `A@x.org`', async (program) => {
  const server = await program.start();
  await register(server, { email: 'a@x.org' });
  for (const email of WAYS) assert.ok((await tryTo(server, email, 409)).problem, 'The body of 409');
  // What a large provider ignores is part of the address for everybody else.
  for (const email of ['a+shed@x.org', 'a.b@x.org', 'ab@x.org']) await tryTo(server, email, 201);
});

criterion('4.2/2', 'Of two registrations for `b@x.org` and `B@x.org` sent at the same time', async (program) => {
  const server = await program.start();
  for (let round = 1; round <= 10; round += 1) {
    const answers = await Promise.all([`b${round}@x.org`, `B${round}@x.org`].map((email) => tryTo(server, email)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409], `The statuses in round ${round}`);
  }
});

criterion('4.2/3', 'After a 409, the number of members and of accounts is the same as before', async (program) => {
  const server = await program.start();
  await register(server, { email: 'a@x.org' });
  await assertUnchanged(program, ['members', 'accounts'], async () => {
    for (const email of WAYS) await tryTo(server, email, 409);
  });
});

criterion('4.2/4', 'shows the address as `Bo@Example.org`, while the database contains `bo@example.org`', async (program) => {
  const server = await program.start();
  assert.equal((await tryTo(server, ' Bo@Example.org', 201)).json.email, 'Bo@Example.org', 'The member email');
  const rows = program.openDatabase().prepare('SELECT email, email_key FROM accounts').all();
  assert.deepEqual(rows.map((row) => ({ ...row })), [{ email: 'Bo@Example.org', email_key: 'bo@example.org' }], 'The rows of accounts');
});

const columnsOf = (db) => db.prepare("SELECT name FROM pragma_table_info('accounts')").all().map(({ name }) => name);

criterion('4.2/5', 'Undone and applied again, the migration finds the key of an account that was there before', async (program) => {
  const email = newEmail('Bo');
  const server = await program.start();
  await register(server, { email });
  await server.stop();
  const db = program.openDatabase();
  for (let steps = 0; steps < 20 && columnsOf(db).includes('email_key'); steps += 1) await program.run('src/migrate.js', ['down']);
  assert.ok(!columnsOf(db).includes('email_key') && columnsOf(db).includes('email'), 'down takes email_key back, and nothing else of the table');
  assert.equal((await program.run('src/migrate.js', ['up'])).code, 0, 'The exit code of up');
  assert.equal(db.prepare('SELECT email_key FROM accounts').get().email_key, email.toLowerCase(), 'The column email_key afterwards');
});
