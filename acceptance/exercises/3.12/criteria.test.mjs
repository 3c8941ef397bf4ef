import { assert, criterion } from '../../kit/index.mjs';
import { allLoans, startShed } from '../../kit/toolshed.mjs';

const overdue = (program, word) => program.run('orm/overdue.js', [word]);

async function seed(program) {
  for (const [script, argument] of [['src/migrate.js', 'up'], ['src/seed.js', '1000']]) {
    const { code, stderr } = await program.run(script, [argument]);
    assert.equal(code, 0, `The exit code of node ${script} ${argument} (${stderr.trim()})`);
  }
}

const linesOf = ({ stdout }) => stdout.split(/\r?\n/).filter(Boolean);
const statementsOf = ({ stderr }) => Number(/^statements: (\d+)$/m.exec(stderr)?.[1]);

function readSchema(program) {
  const db = program.openDatabase();
  const rows = db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all().map((row) => ({ ...row }));
  db.close();
  return rows;
}

criterion('3.12/1', '`loop` and `include` print the same lines', async (program) => {
  await seed(program);
  const [loop, include] = [await overdue(program, 'loop'), await overdue(program, 'include')];
  assert.deepEqual([loop.code, include.code], [0, 0], `The exit codes (${loop.stderr.trim()})`);
  assert.deepEqual(linesOf(include), linesOf(loop), 'The lines of include');
  const server = await startShed(program);
  const { items } = (await server.get(allLoans('overdue=true&limit=500&include=tool,member'), 200)).json;
  const lines = items.map(({ id, dueAt, tool, member }) => [id, dueAt, tool.name, member.name].join('\t'));
  assert.deepEqual(linesOf(loop), lines, 'The lines, compared with the overdue list of the server');
});

criterion('3.12/2', '`include` reports `statements: 1` and `loop` reports 1 + 2', async (program) => {
  await seed(program);
  const [loop, include] = [await overdue(program, 'loop'), await overdue(program, 'include')];
  assert.equal(statementsOf(include), 1, 'The statements of include');
  assert.equal(statementsOf(loop), 1 + 2 * linesOf(loop).length, 'The statements of loop');
});

criterion('3.12/3', 'contains `ON DELETE RESTRICT` for both keys of the loans and nowhere `SET NULL`', async (program) => {
  await seed(program);
  const before = readSchema(program);
  const { code, stdout } = await program.run('orm/schema.js');
  assert.equal(code, 0, 'The exit code of node orm/schema.js');
  const loans = stdout.split(/(?=CREATE TABLE)/).find((text) => /CREATE TABLE[^(]*loans/.test(text)) ?? '';
  for (const table of ['tools', 'members']) {
    assert.match(loans, new RegExp(`REFERENCES \\W?${table}\\W[^,]*ON DELETE RESTRICT`), `The key of the loans to ${table}`);
  }
  assert.doesNotMatch(stdout, /SET NULL/, 'Standard output of node orm/schema.js');
  for (const word of ['loop', 'include']) await overdue(program, word);
  assert.deepEqual(readSchema(program), before, 'The rows of sqlite_schema');
});

criterion('3.12/4', '`grep -rl sequelize src` prints nothing', async (program) => {
  const files = program.list('src').filter((file) => program.read(file).includes('sequelize'));
  assert.deepEqual(files, [], 'Files with the word sequelize');
  const { dependencies = {}, devDependencies = {} } = JSON.parse(program.read('package.json'));
  assert.deepEqual([Boolean(devDependencies.sequelize), Boolean(dependencies.sequelize)], [true, false], 'Whether devDependencies and dependencies have sequelize');
});

criterion('3.12/5', '`node orm/overdue.js both` exits with 2', async (program) => {
  const { code, stdout, stderr } = await overdue(program, 'both');
  assert.equal(code, 2, 'The exit code');
  assert.equal(stdout, '', 'Standard output');
  for (const word of ['loop', 'include']) assert.match(stderr, new RegExp(word), 'Standard error');
});
