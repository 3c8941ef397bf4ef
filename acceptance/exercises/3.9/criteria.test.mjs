import { assert, criterion, measureSlack } from '../../kit/index.mjs';
import { allLoans, startShed } from '../../kit/toolshed.mjs';

const OVERDUE = allLoans('overdue=true');

async function runWell(program, script, ...args) {
  const { code, stdout, stderr } = await program.run(script, args);
  assert.equal(code, 0, `The exit code of node ${script} ${args.join(' ')} (${stderr.trim()})`);
  return stdout;
}

async function seed(program, loans = 20_000) {
  await runWell(program, 'src/migrate.js', 'up');
  await runWell(program, 'src/seed.js', String(loans));
}

const explain = (program, ...args) => runWell(program, 'src/explain.js', 'overdue', ...args);

function listIndexes(program) {
  const db = program.openDatabase();
  const rows = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'loans' AND sql IS NOT NULL").all();
  db.close();
  return rows.map(({ name }) => name);
}

criterion('3.9/1', 'contains `SEARCH` and the name of your index, and neither `SCAN` nor `TEMP B-TREE`', async (program) => {
  await seed(program);
  const plan = await explain(program);
  assert.match(plan, /SEARCH/, 'The plan');
  assert.doesNotMatch(plan, /SCAN|TEMP B-TREE/, 'The plan');
  const indexes = listIndexes(program);
  assert.ok(indexes.some((name) => plan.includes(name)), `The plan names no index of the table loans (${indexes.join(', ')}):\n${plan}`);
});

criterion('3.9/2', 'After `node src/migrate.js down` the same output contains `SCAN`', async (program) => {
  await seed(program, 1000);
  await runWell(program, 'src/migrate.js', 'down');
  assert.match(await explain(program), /SCAN/, 'The plan after down');
}, { until: '4.1' });

criterion('3.9/3', '`GET /loans?overdue=true&limit=100` answers 200 with 100 items', async (program) => {
  await seed(program);
  const server = await startShed(program);
  const { items } = (await server.get(`${OVERDUE}&limit=100`, 200)).json;
  assert.equal(items.length, 100, 'The number of items');
  const now = new Date().toISOString();
  for (const { returnedAt, dueAt } of items) {
    assert.equal(returnedAt, null, 'The member returnedAt');
    assert.ok(dueAt < now, `dueAt is not before now: ${dueAt}`);
  }
  const dues = items.map(({ dueAt }) => dueAt);
  assert.deepEqual(dues, dues.toSorted(), 'The members dueAt in their order');
  const all = program.openDatabase().prepare('SELECT due_at FROM loans WHERE returned_at IS NULL AND due_at < ? ORDER BY due_at LIMIT 100').all(now);
  assert.deepEqual(dues, all.map((row) => row.due_at), 'The oldest 100 due times of the database');
});

criterion('3.9/4', 'With `include=tool,member` the plan of `node src/explain.js overdue --include`', async (program) => {
  await seed(program);
  const plan = await explain(program, '--include');
  assert.doesNotMatch(plan, /SCAN/, 'The plan');
  // From 4.5 on the total is counted in the same statement.
  assert.ok(plan.match(/SEARCH/g)?.length >= 3, `The plan has fewer than three SEARCH:\n${plan}`);
  const server = await startShed(program);
  const [item] = (await server.get(`${OVERDUE}&include=tool,member&limit=1`, 200)).json.items;
  assert.deepEqual([item.tool.id, item.member.id], [item.toolId, item.memberId], 'The ids inside');
});

criterion('3.9/5', '`node src/seed.js 20000` ends within 10 s with exit code 0', async (program) => {
  await runWell(program, 'src/migrate.js', 'up');
  const slack = await measureSlack();
  const { code, ms } = await program.run('src/seed.js', ['20000'], { limit: 10_000 + slack });
  assert.equal(code, 0, 'The exit code');
  assert.ok(ms < 10_000 + slack, `The end took ${Math.round(ms)} ms`);
  const db = program.openDatabase();
  const count = (sql) => db.prepare(`SELECT count(*) AS n FROM ${sql}`).get().n;
  assert.deepEqual([count('loans'), count('tools'), count('members')], [20_000, 50, 200], 'The number of loans, tools and members');
  assert.equal(count('loans WHERE returned_at IS NULL'), 1000, 'The number of open loans');
  assert.equal((await program.run('src/seed.js', ['many'])).code, 2, 'The exit code of node src/seed.js many');
}, { tries: 2 });

criterion('3.9/6', 'A loan that is returned disappears from the overdue list', async (program) => {
  await seed(program, 1000);
  const server = await startShed(program);
  const list = async () => (await server.get(`${OVERDUE}&limit=500`, 200)).json.items.map(({ id }) => id);
  const [first, ...rest] = await list();
  await server.put(`/loans/${first}/return`, 200);
  assert.deepEqual(await list(), rest, 'The ids of the list afterwards');
});
