import { assert, criterion, stillHolds } from '../../kit/index.mjs';
import { addTool, SAW } from '../../kit/resources.mjs';

const OWN = 'application/vnd.toolshed+json';

const ask = (server, id, accept, status = 200) => server.get(`/tools/${id}`, status, { headers: { accept } });

function assertVersion(answer, [own, foreign], accept) {
  assert.equal(answer.json[own], SAW.place, `The member ${own} with Accept: ${accept}`);
  assert.ok(!(foreign in answer.json), `There is a member ${foreign} with Accept: ${accept}`);
}

const V1 = ['place', 'shelf'];
const V2 = ['shelf', 'place'];

criterion('1a.6/1', 'shows `shelf`, and `content-type` contains `application/vnd.toolshed+json` and `v=2`', async (program) => {
  const server = await program.start();
  const { id } = await addTool(server);
  const answer = await ask(server, id, `${OWN};v=2`);
  assertVersion(answer, V2, `${OWN};v=2`);
  for (const part of [OWN, 'v=2']) assert.ok(answer.type.includes(part), `The content type contains ${part}: ${answer.type}`);
  const { items } = (await server.get('/tools', 200, { headers: { accept: `${OWN};v=2` } })).json;
  assert.equal(items[0].shelf, SAW.place, 'The member shelf in the list');
});

criterion('1a.6/2', 'or without the header, the answer is version 1 and shows `place`', async (program) => {
  const server = await program.start();
  const { id } = await addTool(server);
  assertVersion(await ask(server, id, `${OWN};v=2`), V2, 'version 2');
  for (const accept of [OWN, 'application/json', '*/*', undefined]) assertVersion(await ask(server, id, accept), V1, accept);
});

criterion('1a.6/3', '`Accept: application/vnd.toolshed+json;v=3` answers 406', async (program) => {
  const server = await program.start();
  const { id } = await addTool(server);
  assert.equal((await ask(server, id, `${OWN};v=3`, 406)).problem.status, 406);
  assertVersion(await ask(server, id, `${OWN};v=3, application/json;q=0.5`), V1, 'v=3, application/json');
});

criterion('1a.6/4', 'with `v=3` it answers 415 Unsupported Media Type', async (program) => {
  const server = await program.start();
  const post = (version, member, status) => server.post('/tools', status, {
    body: JSON.stringify({ name: 'Saw', [member]: 'B7' }), headers: { 'content-type': `${OWN};v=${version}` },
  });
  const { id } = (await post(2, 'shelf', 201)).json;
  assertVersion(await ask(server, id, `${OWN};v=2`), V2, 'version 2');
  await post(1, 'place', 201);
  await post(1, 'shelf', 400);
  await post(2, 'place', 400);
  await post(3, 'shelf', 415);
});

criterion('1a.6/5', 'The tests of exercises 1a.1 to 1a.5 pass without a change', stillHolds('1a.2', '1a.3', '1a.4', '1a.5'), { holdsBefore: true });
