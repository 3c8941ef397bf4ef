import { assert, criterion } from '../../kit/index.mjs';
import { countRows, enter } from '../../kit/accounts.mjs';
import { addLendable, assertPath, borrow, startShed } from '../../kit/toolshed.mjs';

const ONE_ID = { 'x-request-id': '3f2504e0-4f89-41d3-9a0c-0305e82c3301' };

// Ada and Bo with so many loans of one tool each.
async function startWithLoans(program, adas, bos, copies = adas + bos) {
  const shed = await startShed(program);
  const [ada, bo] = [await enter(shed, { name: 'Ada Lovelace' }), await enter(shed, { name: 'Bo Diddley' })];
  const tool = await addLendable(shed, copies);
  const lend = async ({ server }, count) => {
    const loans = [];
    for (let number = 0; number < count; number += 1) loans.push((await borrow(server, tool)).json);
    return loans;
  };
  return { shed, tool, ada: { ...ada, loans: await lend(ada, adas) }, bo: { ...bo, loans: await lend(bo, bos) } };
}

const idsOf = (items) => items.map(({ id }) => id).sort();

function assertSilent({ text, request }, { account, loans }) {
  for (const secret of [account.id, account.name, account.email, ...loans.map(({ id }) => id)]) {
    assert.ok(!text.includes(secret), `${request}: the answer contains ${secret}: ${text}`);
  }
}

criterion('4.5/1', "For a loan of Ada, Bo's requests to read it and to return it answer 404", async (program) => {
  const { shed, tool, ada, bo } = await startWithLoans(program, 1, 0);
  const [{ id }] = ada.loans;
  const stranger = id.replace(/[0-9a-f]/g, '0');
  for (const [method, path] of [['GET', (loan) => `/loans/${loan}`], ['PUT', (loan) => `/loans/${loan}/return`]]) {
    const [foreign, unknown] = [await bo.server.send(method, path(id), 404, { headers: ONE_ID }), await bo.server.send(method, path(stranger), 404, { headers: ONE_ID })];
    assert.equal(foreign.text.replaceAll(id, '(id)'), unknown.text.replaceAll(stranger, '(id)'), `The bodies of ${method}`);
  }
  assert.equal((await ada.server.get(`/loans/${id}`, 200)).json.returnedAt, null, 'The member returnedAt afterwards');
  assert.equal((await shed.get(`/tools/${tool.id}/stock`, 200)).json.free, 0, 'The free copies afterwards');
  const returned = await ada.server.put(`/loans/${id}/return`, 200);
  assert.notEqual(returned.json.returnedAt, null, 'The member returnedAt when Ada returns it');
});

criterion('4.5/2', 'With three loans of Ada and two of Bo, `GET /loans` as Bo holds exactly the ids of his two loans', async (program) => {
  const { ada, bo } = await startWithLoans(program, 3, 2);
  for (const [query, count] of [['', 2], ['?limit=1', 1]]) {
    const answer = await bo.server.get(`/loans${query}`, 200);
    assert.deepEqual(idsOf(answer.json.items), idsOf(bo.loans.slice(0, count)), `The ids of GET /loans${query}`);
    assert.equal(answer.json.total, 2, `The member total of GET /loans${query}`);
    assertSilent(answer, ada);
  }
  assert.equal((await ada.server.get('/loans?limit=1', 200)).json.total, 3, "The member total of Ada's list");
});

function makeOverdue(program, loans) {
  const db = program.openDatabase();
  const change = db.prepare("UPDATE loans SET lent_at = '2026-01-01T00:00:00.000Z', due_at = '2026-01-02T00:00:00.000Z' WHERE id = ?");
  for (const { id } of loans) change.run(id);
  db.close();
}

criterion('4.5/3', 'With an overdue loan of each of them', async (program) => {
  const { ada, bo } = await startWithLoans(program, 2, 2);
  makeOverdue(program, [ada.loans[0], bo.loans[0]]);
  const answer = await bo.server.get('/loans?overdue=true&include=tool,member', 200);
  const { items, total } = answer.json;
  assert.deepEqual(idsOf(items), [bo.loans[0].id], 'The ids');
  assert.equal(total, 1, 'The member total');
  assert.deepEqual({ ...items[0].member }, { id: bo.account.id, name: bo.account.name }, 'The embedded member');
  assert.equal(answer.headers.get('x-query-count'), '1', 'The header x-query-count');
  assertSilent(answer, ada);
});

criterion('4.5/4', '`POST /loans` by Bo with `memberId` of Ada answers 422 with the path `memberId`', async (program) => {
  const { tool, ada, bo } = await startWithLoans(program, 0, 0, 1);
  assertPath(await bo.server.post('/loans', 422, { json: { toolId: tool.id, memberId: ada.account.id } }), 'memberId');
  assert.equal(countRows(program.openDatabase(), 'loans'), 0, 'The number of loans');
  const loan = (await borrow(bo.server, tool)).json;
  assert.equal(loan.memberId, bo.account.id, 'The member memberId of a loan without it in the body');
});

criterion('4.5/5', '`POST /loans` by Bo for a tool whose last copy Ada has answers 409', async (program) => {
  const { shed, tool, ada, bo } = await startWithLoans(program, 1, 0);
  assertSilent(await bo.server.post('/loans', 409, { json: { toolId: tool.id } }), ada);
  for (const path of ['', '/copies', '/stock']) assertSilent(await bo.server.get(`/tools/${tool.id}${path}`, 200), ada);
  assertSilent(await shed.with({ authorization: undefined }).get(`/tools/${tool.id}/copies`, 200), ada);
});
