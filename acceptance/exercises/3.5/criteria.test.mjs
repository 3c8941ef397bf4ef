import { assert, criterion, stillHolds } from '../../kit/index.mjs';
import { addTools, startShed } from '../../kit/toolshed.mjs';

const MODULE_2 = Array.from({ length: 10 }, (_, number) => `2.${number + 1}`);
const SQL = /SELECT |INSERT INTO|UPDATE .* SET|DELETE FROM|CREATE TABLE/;
const NAMES = ['Saw', 'Axe', 'Ladder', 'Drill', 'Vise'].map((name) => ({ name }));

criterion('3.5/1', 'Every test of module 2 passes without a change', stillHolds(...MODULE_2), { holdsBefore: true });

criterion('3.5/2', 'prints only paths below `src/db/`', async (program) => {
  const files = program.list('src').filter((file) => SQL.test(program.read(file))).map((file) => file.replaceAll('\\', '/'));
  assert.deepEqual(files.filter((file) => !file.startsWith('src/db/')), [], 'Files with SQL outside src/db/');
  assert.ok(files.length > 0, 'There is no SQL below src/db/');
});

criterion('3.5/3', 'ten parallel PATCH requests, five to each process', async (program) => {
  const servers = [await startShed(program), await startShed(program)];
  const made = await servers[0].post('/tools', 201, { json: { name: 'Drill', price: 450 } });
  const path = `/tools/${made.json.id}`;
  for (let round = 1; round <= 5; round += 1) {
    const tag = (await servers[0].get(path, 200)).headers.get('etag');
    const answers = await Promise.all(Array.from({ length: 10 }, (_, number) => servers[number % 2].patch(path, undefined, {
      json: { price: round * 100 + number }, headers: { 'if-match': tag },
    })));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array(9).fill(412)], `The statuses of repetition ${round}`);
    const { price } = answers.find(({ status }) => status === 200).json;
    for (const server of servers) assert.equal((await server.get(path, 200)).json.price, price, 'The price afterwards');
  }
});

criterion('3.5/4', 'A `nextCursor` obtained before a restart, with the same `CURSOR_KEY`', async (program) => {
  const server = await startShed(program);
  const tools = await addTools(server, NAMES);
  const { nextCursor } = (await server.get('/tools?limit=2', 200)).json;
  await server.stop();
  const same = await startShed(program);
  const { items } = (await same.get(`/tools?limit=2&cursor=${nextCursor}`, 200)).json;
  assert.deepEqual(items, tools.slice(2, 4), 'The next page after the restart');
  await same.stop();
  const other = await startShed(program, { CURSOR_KEY: 'x'.repeat(32) });
  await other.get(`/tools?limit=2&cursor=${nextCursor}`, 400);
  const short = await program.run('src/server.js', [], { env: { CURSOR_KEY: 'x'.repeat(10) } });
  assert.equal(short.code, 1, 'The exit code with a CURSOR_KEY of 10 characters');
  assert.match(short.stderr, /CURSOR_KEY/, 'Standard error with a CURSOR_KEY of 10 characters');
});

criterion('3.5/5', 'hold for `sort=-price,name`, `sort=-name` and no `sort`', stillHolds('2.9'), { holdsBefore: true });
