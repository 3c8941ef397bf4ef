import { assert, criterion } from '../../kit/index.mjs';
import { addLendable, addMember, addTool, assertPath, borrow, pathsOf, startShed } from '../../kit/toolshed.mjs';

const copy = (server, tool, serialNumber, status) => server.post(`/tools/${tool.id}/copies`, status, { json: { serialNumber } });

criterion('3.6/1', 'The same serial number twice, also for another tool, answers 201 and then 409', async (program) => {
  const server = await startShed(program);
  const [drill, saw] = [await addTool(server), await addTool(server, { name: 'Saw' })];
  await copy(server, drill, 'DR-001', 201);
  assert.ok((await copy(server, drill, 'DR-001', 409)).problem, 'The body of 409');
  assert.ok((await copy(server, saw, 'DR-001', 409)).problem, 'The body of 409');
  const answers = await Promise.all([copy(server, drill, 'DR-002'), copy(server, saw, 'DR-002')]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409], 'The statuses of two parallel requests');
});

criterion('3.6/2', '`POST /loans` for an unknown tool answers 422 with the path `toolId`', async (program) => {
  const server = await startShed(program);
  const [tool, member, nobody] = [await addLendable(server), await addMember(server), { id: 'no-such-id' }];
  assert.deepEqual(pathsOf(await borrow(server, nobody, member, 422)), ['toolId'], 'The paths for an unknown tool');
  assert.deepEqual(pathsOf(await borrow(server, tool, nobody, 422)), ['memberId'], 'The paths for an unknown member');
  assert.deepEqual(pathsOf(await borrow(server, nobody, nobody, 422)), ['memberId', 'toolId'], 'The paths for both');
  await copy(server, nobody, 'DR-001', 404);
  const loan = (await borrow(server, tool, member)).json;
  assert.deepEqual((await server.get(`/loans/${loan.id}`, 200)).json, loan, 'The body of GET');
});

// The errcode of a statement that has to fail; 0 if it did not.
function runRaw(db, sql, ...values) {
  try {
    db.prepare(sql).run(...values);
    return 0;
  } catch ({ errcode }) {
    return errcode;
  }
}

criterion('3.6/3', 'Raw statements through `node:sqlite`, without your code, fail', async (program) => {
  const server = await startShed(program);
  const [tool, member] = [await addLendable(server), await addMember(server)];
  await copy(server, tool, 'DR-001', 201);
  const loan = (await borrow(server, tool, member)).json;
  await server.stop();
  const db = program.openDatabase();
  const same = runRaw(db, "INSERT INTO copies (serial_number, tool_id) VALUES ('DR-001', ?)", tool.id);
  assert.ok([1555, 2067].includes(same), `The same serial number: errcode ${same} instead of 1555 or 2067`);
  const columns = db.prepare("SELECT name FROM pragma_table_info('loans')").all().map(({ name }) => name).filter((name) => name !== 'seq');
  const values = columns.map((name) => ({ id: "'another'", tool_id: "'no-such-id'" })[name] ?? name);
  const unknown = runRaw(db, `INSERT INTO loans (${columns.join(', ')}) SELECT ${values.join(', ')} FROM loans WHERE id = ?`, loan.id);
  assert.equal(unknown, 787, 'The errcode of a loan of an unknown tool');
  assert.equal(runRaw(db, 'UPDATE tools SET price = -1'), 275, 'The errcode of UPDATE tools SET price = -1');
  assert.equal(runRaw(db, 'UPDATE loans SET due_at = lent_at'), 275, 'The errcode of UPDATE loans SET due_at = lent_at');
});

criterion('3.6/4', '`POST /loans` with a `dueAt` in the past answers 422, and no loan is created', async (program) => {
  const server = await startShed(program);
  const [tool, member] = [await addLendable(server), await addMember(server)];
  const json = { toolId: tool.id, memberId: member.id };
  for (const dueAt of ['2020-01-01T00:00:00.000Z', 'tomorrow']) assertPath(await server.post('/loans', 422, { json: { ...json, dueAt } }), 'dueAt');
  const count = () => program.openDatabase().prepare('SELECT count(*) AS n FROM loans').get().n;
  assert.equal(count(), 0, 'The number of loans');
  const dueAt = new Date(Date.now() + 86_400_000).toISOString();
  assert.equal((await server.post('/loans', 201, { json: { ...json, dueAt } })).json.dueAt, dueAt, 'The member dueAt');
  assert.equal(count(), 1, 'The number of loans');
});

criterion('3.6/5', '`DELETE /tools/<id>` answers 409 if the tool has a loan or a copy', async (program) => {
  const server = await startShed(program);
  const member = await addMember(server);
  const [lent, shelved, bare] = [await addLendable(server), await addLendable(server), await addTool(server)];
  await borrow(server, lent, member);
  for (const tool of [lent, shelved]) {
    assert.ok((await server.delete(`/tools/${tool.id}`, 409)).problem, 'The body of 409');
    await server.get(`/tools/${tool.id}`, 200);
  }
  await server.delete(`/tools/${bare.id}`, 204);
  // A loan alone is reason enough.
  const db = program.openDatabase();
  db.exec('UPDATE copies SET loan_id = NULL');
  db.prepare('DELETE FROM copies WHERE tool_id = ?').run(lent.id);
  db.close();
  await server.delete(`/tools/${lent.id}`, 409);
});
