import { assert, criterion } from '../../kit/index.mjs';
import { addTools, assertNames, assertPath, FOUR_TOOLS, listTools, startShed } from '../../kit/toolshed.mjs';

const MEMBERS = ['available', 'createdAt', 'id', 'name', 'note', 'price', 'shelf', 'updatedAt'];

async function startWithFour(program) {
  const server = await startShed(program);
  await addTools(server, FOUR_TOOLS);
  return server;
}

criterion('2.7/1', 'With the four tools of exercise 2.6, `?sort=-price,name` gives', async (program) => {
  const server = await startWithFour(program);
  await assertNames(server, '?sort=-price,name', ['Cordless DRILL', 'Hand drill 2.5', 'Ladder', 'Drill bit']);
  await assertNames(server, '?sort=price,-name', ['Drill bit', 'Ladder', 'Hand drill 2.5', 'Cordless DRILL']);
  await assertNames(server, '?sort=-createdAt,name', await namesByTime(server));
});

async function namesByTime(server) {
  const tools = await listTools(server);
  const order = (a, b) => (a.createdAt === b.createdAt ? (a.name < b.name ? -1 : 1) : a.createdAt > b.createdAt ? -1 : 1);
  return tools.toSorted(order).map(({ name }) => name);
}

criterion('2.7/2', 'the two with equal prices in the order of creation, also when descending', async (program) => {
  const server = await startWithFour(program);
  await assertNames(server, '?sort=-price', ['Cordless DRILL', 'Ladder', 'Hand drill 2.5', 'Drill bit']);
  await assertNames(server, '?sort=price', ['Drill bit', 'Ladder', 'Hand drill 2.5', 'Cordless DRILL']);
});

criterion('2.7/3', '`?sort=name&q=drill` filters and sorts', async (program) => {
  const server = await startWithFour(program);
  await addTools(server, [{ name: 'Axe drill' }]);
  await assertNames(server, '?sort=name&q=drill', ['Axe drill', 'Cordless DRILL', 'Drill bit', 'Hand drill 2.5']);
  await assertNames(server, '', [...FOUR_TOOLS.map(({ name }) => name), 'Axe drill']);
});

criterion('2.7/4', 'answer 400, and a path is `sort`', async (program) => {
  const server = await startWithFour(program);
  await server.get('/tools?sort=createdAt', 200);
  for (const query of ['sort=color', 'sort=constructor', 'sort=', 'sort=name,', 'sort=name,-name', 'sort=name&sort=price']) {
    assertPath(await server.get(`/tools?${query}`, 400), 'sort');
  }
});

criterion('2.7/5', 'No answer contains the number of creation', async (program) => {
  const server = await startShed(program);
  const [tool] = await addTools(server, FOUR_TOOLS);
  const answers = [tool, (await server.get(`/tools/${tool.id}`, 200)).json, ...(await listTools(server, '?sort=name'))];
  for (const answer of answers) assert.deepEqual(Object.keys(answer).sort(), MEMBERS, 'The members of a tool');
}, { until: '6.5' });
