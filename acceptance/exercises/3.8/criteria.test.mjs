import { assert, criterion } from '../../kit/index.mjs';
import { addLendable, addMember, allLoans, assertPath, borrow, startShed } from '../../kit/toolshed.mjs';

const BOTH = allLoans('include=tool,member');

async function startWithLoans(program, loans = 1) {
  const server = await startShed(program);
  const [tool, member] = [await addLendable(server, loans), await addMember(server)];
  for (let number = 1; number <= loans; number += 1) await borrow(server, tool, member);
  return { server, tool, member };
}

criterion('3.8/1', 'Each item has `tool` with `id` and `name`, and `member` with `id` and `name`', async (program) => {
  const { server, tool, member } = await startWithLoans(program);
  const [item] = (await server.get(BOTH, 200)).json.items;
  assert.deepEqual({ ...item.tool }, { id: tool.id, name: tool.name }, 'The member tool');
  assert.deepEqual({ ...item.member }, { id: member.id, name: member.name }, 'The member member');
  assert.deepEqual([item.toolId, item.memberId], [tool.id, member.id], 'The members toolId and memberId');
});

criterion('3.8/2', '`x-query-count` is 1 for 1 loan and 1 for 200 loans', async (program) => {
  const { server, tool, member } = await startWithLoans(program);
  const one = await server.get(BOTH, 200);
  assert.equal(one.headers.get('x-query-count'), '1', 'The header x-query-count for 1 loan');
  await server.stop();
  addLoansByHand(program, tool, member, 199);
  const next = await startShed(program);
  const many = await next.get(`${BOTH}&limit=200`, 200);
  assert.equal(many.json.items.length, 200, 'The number of items');
  assert.equal(many.headers.get('x-query-count'), '1', 'The header x-query-count for 200 loans');
  assert.equal((await next.get(allLoans(), 200)).json.items.length, 100, 'The number of items without limit');
});

// Returned loans, which take no copy.
function addLoansByHand(program, tool, member, count) {
  const db = program.openDatabase();
  const insert = db.prepare(`INSERT INTO loans (id, tool_id, member_id, lent_at, due_at, returned_at)
    VALUES (?, ?, ?, '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', '2026-01-02T00:00:00.000Z')`);
  db.exec('BEGIN');
  for (let number = 1; number <= count; number += 1) insert.run(`loan-${number}`, tool.id, member.id);
  db.exec('COMMIT');
  db.close();
}

criterion('3.8/3', 'Without `include`, items have no `tool` and no `member`', async (program) => {
  const { server } = await startWithLoans(program);
  const has = ({ items: [item] }) => ['tool', 'member', 'toolId', 'memberId'].filter((name) => name in item);
  const asked = async (path) => has((await server.get(path, 200)).json);
  assert.deepEqual(await asked(allLoans()), ['toolId', 'memberId'], 'The members without include');
  assert.deepEqual(await asked(allLoans('include=tool')), ['tool', 'toolId', 'memberId'], 'The members with include=tool');
  assert.deepEqual(await asked(allLoans('include=member,tool')), ['tool', 'member', 'toolId', 'memberId'], 'The members with both');
});

criterion('3.8/4', 'answer 400 with the path of the parameter', async (program) => {
  const { server } = await startWithLoans(program);
  await server.get(allLoans('limit=500'), 200);
  for (const query of ['include=copies', 'include=tool,tool', 'include=', 'limit=501', 'limit=0', 'includes=tool']) {
    assertPath(await server.get(allLoans(query), 400), query.split('=')[0]);
  }
});

criterion('3.8/5', 'Two tools and two members with equal names are not mixed up', async (program) => {
  const server = await startShed(program);
  const pairs = [];
  for (let number = 0; number < 2; number += 1) pairs.push([await addLendable(server), await addMember(server)]);
  // The second tool goes to the first member.
  await borrow(server, pairs[1][0], pairs[0][1]);
  await borrow(server, pairs[0][0], pairs[1][1]);
  const { items } = (await server.get(BOTH, 200)).json;
  for (const { tool, member, toolId, memberId } of items) assert.deepEqual([tool.id, member.id], [toolId, memberId], 'The ids inside');
  assert.deepEqual(items.map(({ toolId }) => toolId), [pairs[1][0].id, pairs[0][0].id], 'The tools in the order of the loans');
});
