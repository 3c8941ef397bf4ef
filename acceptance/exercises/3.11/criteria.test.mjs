import { randomBytes } from 'node:crypto';
import { assert, criterion } from '../../kit/index.mjs';
import { addLendable, addMember, addTools, assertNames, borrow, startShed } from '../../kit/toolshed.mjs';

const { DATABASE_URL } = process.env;
const needs = { needs: 'DATABASE_URL' };

// Settings for a schema of its own, which the program's own package pg makes.
async function makeSchema(program) {
  const schema = `check_${randomBytes(6).toString('hex')}`;
  const { code, stderr } = await program.copy().evaluate(`
    import pg from 'pg';
    const client = new pg.Client('${DATABASE_URL}');
    await client.connect();
    await client.query('CREATE SCHEMA ${schema}');
    await client.end();`);
  assert.equal(code, 0, `Making a schema with the package pg (${stderr.trim().split('\n').at(-1)})`);
  return { DB_CLIENT: 'postgres', DATABASE_URL, DB_SCHEMA: schema, DB_FILE: undefined };
}

criterion('3.11/1', 'the same test files also run against PostgreSQL and pass', async (program) => {
  const right = await program.copy().npmTest({ DATABASE_URL });
  assert.ok(right.code === 0, `npm test with DATABASE_URL ends with exit code ${right.code}:\n${right.stdout}${right.stderr}`);
  const wrong = await program.copy().npmTest({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing' });
  assert.equal(wrong.code, 1, 'The exit code of npm test with a DATABASE_URL where no server is');
}, needs);

criterion('3.11/2', 'contains a skipped test whose reason names `DATABASE_URL`', async (program) => {
  const { code, stdout, stderr } = await program.copy().npmTest({ DATABASE_URL: undefined });
  assert.ok(code === 0, `npm test ends with exit code ${code}:\n${stdout}${stderr}`);
  assert.match(stdout, /(﹣|SKIP).*DATABASE_URL/, 'Standard output of npm test');
});

criterion('3.11/3', '`DB_CLIENT=mysql` ends the start with exit code 1', async (program) => {
  const mysql = await program.run('src/server.js', [], { env: { DB_CLIENT: 'mysql' } });
  assert.equal(mysql.code, 1, 'The exit code with DB_CLIENT=mysql');
  assert.match(mysql.stderr, /DB_CLIENT/, 'Standard error with DB_CLIENT=mysql');
  const missing = await program.run('src/server.js', [], { env: { DB_CLIENT: 'postgres', DATABASE_URL: undefined } });
  assert.equal(missing.code, 1, 'The exit code with DB_CLIENT=postgres and without DATABASE_URL');
  assert.match(missing.stderr, /DATABASE_URL/, 'Standard error without DATABASE_URL');
});

criterion('3.11/4', 'A name such as `Saw` sorts before `axe` on both', async (program) => {
  for (const env of [{}, await makeSchema(program)]) {
    const server = await startShed(program.fresh(), env);
    await addTools(server, [{ name: 'axe' }, { name: 'Saw' }, { name: 'Ähre' }]);
    await assertNames(server, '?sort=name', ['Saw', 'axe', 'Ähre']);
    await assertNames(server, '?q=SAW', ['Saw']);
    await server.stop();
  }
}, needs);

criterion('3.11/5', 'With two free copies and two server processes on one PostgreSQL schema', async (program) => {
  const env = await makeSchema(program);
  const servers = [await startShed(program, env), await startShed(program, env)];
  const [tool, ada, bo] = [await addLendable(servers[0], 2), await addMember(servers[0]), await addMember(servers[0], 'Bo')];
  for (let round = 1; round <= 20; round += 1) {
    const answers = await Promise.all([ada, bo].map((member, at) => borrow(servers[at], tool, member, null)));
    assert.deepEqual(answers.map(({ status }) => status), [201, 201], `The statuses of repetition ${round}`);
    for (const { json } of answers) await servers[0].put(`/loans/${json.id}/return`, 200);
  }
}, needs);
