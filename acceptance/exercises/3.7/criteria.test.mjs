import { assert, criterion } from '../../kit/index.mjs';
import { addLendable, addMember, allLoans, borrow, startShed } from '../../kit/toolshed.mjs';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const stockOf = async (server, tool) => (await server.get(`/tools/${tool.id}/stock`, 200)).json;
const listLoans = async (server) => (await server.get(allLoans(), 200)).json.items;
const giveBack = (server, loan) => server.put(`/loans/${loan.id}/return`, 200);

criterion('3.7/1', 'With one copy: `POST /loans` answers 201, `/stock` says', async (program) => {
  const server = await startShed(program);
  const [tool, ada, bo] = [await addLendable(server), await addMember(server), await addMember(server, 'Bo')];
  const first = (await borrow(server, tool, ada)).json;
  assert.deepEqual(await stockOf(server, tool), { copies: 1, free: 0 }, 'The stock after the loan');
  assert.ok((await borrow(server, tool, bo, 409)).problem, 'The body of 409');
  assert.deepEqual((await listLoans(server)).map(({ id }) => id), [first.id], 'The loans after the 409');
  await giveBack(server, first);
  assert.equal((await stockOf(server, tool)).free, 1, 'The member free after the return');
  const third = (await borrow(server, tool, bo)).json;
  assert.deepEqual((await listLoans(server)).map(({ id }) => id), [first.id, third.id], 'The loans at the end');
});

criterion('3.7/2', 'With `DEBUG_ROUTES=1` and `x-debug-fail: after-loan`, the answer is 500', async (program) => {
  const failing = { headers: { 'x-debug-fail': 'after-loan' } };
  const debug = await startShed(program, { DEBUG_ROUTES: '1' });
  const [tool, ada] = [await addLendable(debug, 2), await addMember(debug)];
  await borrow(debug, tool, ada, 500, failing);
  assert.deepEqual(await listLoans(debug), [], 'The loans after the 500');
  assert.deepEqual(await stockOf(debug, tool), { copies: 2, free: 2 }, 'The stock after the 500');
  await borrow(debug, tool, ada);
  const plain = await startShed(program);
  await borrow(plain, tool, ada, 201, failing);
});

criterion('3.7/3', 'two parallel borrowers, one at each process, get one 201 and one 409', async (program) => {
  const servers = [await startShed(program), await startShed(program)];
  const tool = await addLendable(servers[0]);
  const members = [await addMember(servers[0]), await addMember(servers[0], 'Bo')];
  for (let round = 1; round <= 20; round += 1) {
    const answers = await Promise.all(members.map((member, at) => borrow(servers[at], tool, member, null)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409], `The statuses of repetition ${round}`);
    const open = (await listLoans(servers[0])).filter(({ returnedAt }) => returnedAt === null);
    assert.equal(open.length, 1, `The number of open loans in repetition ${round}`);
    assert.equal((await stockOf(servers[1], tool)).free, 0, `The member free in repetition ${round}`);
    await giveBack(servers[round % 2], open[0]);
  }
});

criterion('3.7/4', 'twice, at least 10 ms apart, gives two identical bodies with a `returnedAt`', async (program) => {
  const server = await startShed(program);
  const loan = (await borrow(server, await addLendable(server), await addMember(server))).json;
  assert.equal(loan.returnedAt, null, 'The member returnedAt before the return');
  const first = await giveBack(server, loan);
  await pause(20);
  const second = await giveBack(server, loan);
  assert.equal(second.text, first.text, 'The body of the second return');
  assert.ok(!Number.isNaN(Date.parse(first.json.returnedAt)), `returnedAt is ${first.json.returnedAt}`);
  assert.deepEqual((await server.get(`/loans/${loan.id}`, 200)).json, first.json, 'The body of GET');
});
