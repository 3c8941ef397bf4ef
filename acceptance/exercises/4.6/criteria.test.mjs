import { assert, criterion, stillHolds } from '../../kit/index.mjs';
import { enter, PASSWORD, newEmail } from '../../kit/accounts.mjs';
import { addLendable, addTool, assertPath, borrow, startShed } from '../../kit/toolshed.mjs';

const NOBODY = { authorization: undefined };

// A shed whose requests are those of staff, and what a member and nobody send.
async function startWithPeople(program) {
  const staff = await startShed(program);
  const member = await enter(staff);
  return { staff, member: member.server, account: member.account, nobody: staff.with(NOBODY) };
}

criterion('4.6/1', '`DELETE /tools/<id>` of a tool without copies answers 401 without a token', async (program) => {
  const { staff, member, nobody } = await startWithPeople(program);
  const path = `/tools/${(await addTool(staff)).id}`;
  assert.ok((await nobody.delete(path, 401)).problem, 'The body of 401');
  await nobody.get(path, 200);
  assert.ok((await member.delete(path, 403)).problem, 'The body of 403');
  await nobody.get(path, 200);
  await staff.delete(path, 204);
});

criterion('4.6/2', '401 and 403 come first: without a token, `POST /tools` with broken JSON answers 401', async (program) => {
  const { staff, member, nobody } = await startWithPeople(program);
  const broken = { body: '{"name":', headers: { 'content-type': 'application/json' } };
  const { id } = await addTool(staff);
  const routes = [['POST', '/tools'], ['PUT', '/tools/no-such-id'], ['PATCH', `/tools/${id}`], ['DELETE', '/tools/no-such-id'], ['POST', '/tools/no-such-id/copies'], ['POST', '/members'], ['GET', '/members/no-such-id']];
  for (const [method, path] of routes) {
    const options = method === 'GET' || method === 'DELETE' ? {} : broken;
    await nobody.send(method, path, 401, options);
    await member.send(method, path, 403, options);
  }
  await staff.post('/tools', 400, broken);
  await staff.get('/members/no-such-id', 404);
  await nobody.send('DELETE', '/tools', 405);
});

criterion('4.6/3', '`GET /loans?scope=all` answers 403 for a member', async (program) => {
  const { staff, member, account } = await startWithPeople(program);
  const tool = await addLendable(staff, 3);
  const own = (await borrow(member, tool)).json;
  const lent = (await borrow(staff, tool, account, 201)).json;
  assert.equal(lent.memberId, account.id, 'The member memberId of a loan by the desk');
  await member.get('/loans?scope=all', 403);
  const { json } = await staff.get('/loans?scope=all', 200);
  assert.deepEqual(json.items.map(({ id }) => id), [own.id, lent.id], 'The ids of GET /loans?scope=all');
  assert.equal(json.total, 2, 'The member total of GET /loans?scope=all');
  assert.equal((await staff.get('/loans', 200)).json.total, 0, 'The loans of the staff member');
  assert.equal((await staff.get(`/loans/${own.id}`, 200)).json.id, own.id, 'The id of a loan that staff reads');
  assert.notEqual((await staff.put(`/loans/${own.id}/return`, 200)).json.returnedAt, null, 'The member returnedAt after the return by staff');
  await stillHolds('4.5')(program.fresh());
});

criterion('4.6/4', '`POST /accounts` with `"role":"staff"` answers 422 with the path `role`', async (program) => {
  const server = await startShed(program);
  assertPath(await server.post('/accounts', 422, { json: { name: 'Eve', email: newEmail('eve'), password: PASSWORD, role: 'staff' } }), 'role');
  const { server: known } = await enter(server);
  assert.equal((await known.get('/me', 200)).json.role, 'member', 'The member role of GET /me');
});

criterion('4.6/5', '`node src/grant-role.js ADA@x.org staff` exits with 0, and the token that Ada got *before*', async (program) => {
  const server = await startShed(program);
  const [first, second] = [await addTool(server), await addTool(server)];
  const ada = await enter(server, { email: 'ada@x.org' });
  await ada.server.delete(`/tools/${first.id}`, 403);
  const grant = async (role) => assert.equal((await program.run('src/grant-role.js', ['ADA@x.org', role])).code, 0, `The exit code of grant-role.js with ${role}`);
  await grant('staff');
  await ada.server.delete(`/tools/${first.id}`, 204);
  assert.equal((await ada.server.get('/me', 200)).json.role, 'staff', 'The member role of GET /me');
  await grant('member');
  await ada.server.delete(`/tools/${second.id}`, 403);
  await server.get(`/tools/${second.id}`, 200);
});

criterion('4.6/6', 'An unknown address or the role `admin` exits with 1, a missing argument with 2', async (program) => {
  const server = await startShed(program);
  const { account, server: known } = await enter(server);
  const lines = (text) => text.trim().split('\n');
  for (const [args, expected] of [[['nobody@x.org', 'staff'], 1], [[account.email, 'admin'], 1], [[account.email], 2], [[], 2]]) {
    const { code, stderr } = await program.run('src/grant-role.js', args);
    assert.equal(code, expected, `The exit code of grant-role.js ${args.join(' ')}`);
    assert.ok(stderr.trim() !== '' && lines(stderr).length === 1, `Standard error is not one line:\n${stderr}`);
  }
  assert.equal((await known.get('/me', 200)).json.role, 'member', 'The member role afterwards');
  assert.equal((await program.run('src/grant-role.js', [account.email, 'staff'])).code, 0, 'The exit code with both arguments');
  assert.throws(() => program.openDatabase().exec("UPDATE accounts SET role = 'admin'"), /CHECK/, 'A raw UPDATE to the role admin');
});
