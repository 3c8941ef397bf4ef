import { assert, criterion } from '../../kit/index.mjs';
import { addTools, assertNames, assertPath, FOUR_TOOLS, pathsOf, startShed } from '../../kit/toolshed.mjs';

criterion('2.6/1', 'gives exactly `Cordless DRILL` and `Hand drill 2.5`, in this order', async (program) => {
  const server = await startShed(program);
  await addTools(server, FOUR_TOOLS);
  await assertNames(server, '?available=true&q=dri', ['Cordless DRILL', 'Hand drill 2.5']);
  await assertNames(server, '?q=DRI', ['Cordless DRILL', 'Drill bit', 'Hand drill 2.5']);
  await assertNames(server, '?available=false', ['Drill bit']);
});

criterion('2.6/2', '`?maxPrice=300&available=true` gives `Ladder` and `Hand drill 2.5`', async (program) => {
  const server = await startShed(program);
  await addTools(server, FOUR_TOOLS);
  await assertNames(server, '?maxPrice=300&available=true', ['Ladder', 'Hand drill 2.5']);
  await assertNames(server, '?q=.', ['Hand drill 2.5']);
  assert.deepEqual((await server.get('/tools?q=zzz', 200)).json.items, [], 'The items of GET /tools?q=zzz');
});

criterion('2.6/3', 'with an entry in `errors` whose path names the parameter', async (program) => {
  const server = await startShed(program);
  const wrong = ['avail=true', 'available=yes', 'available=', 'q=', 'maxPrice=', 'maxPrice=-1', 'maxPrice=0x10', 'q=a&q=b'];
  for (const query of wrong) assertPath(await server.get(`/tools?${query}`, 400), query.split('=')[0]);
});

criterion('2.6/4', '`?maxPrice=1&available=maybe` answers 400 and names only `available`', async (program) => {
  const server = await startShed(program);
  const one = await server.get('/tools?maxPrice=1&available=maybe', 400);
  assert.deepEqual(pathsOf(one), ['available'], 'The paths of errors');
  const both = await server.get('/tools?maxPrice=x&available=maybe', 400);
  assert.deepEqual(pathsOf(both), ['available', 'maxPrice'], 'The paths of errors');
});
