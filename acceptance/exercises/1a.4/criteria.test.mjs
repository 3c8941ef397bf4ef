import { assert, criterion } from '../../kit/index.mjs';
import { addTool, SAW } from '../../kit/resources.mjs';

const ask = (server, accept, status = 200) => server.get('/tools', status, { headers: { accept } });

function assertVaries(answer) {
  const names = (answer.headers.get('vary') ?? '').toLowerCase().split(/\s*,\s*/);
  assert.ok(names.includes('accept'), `The header Vary contains Accept: ${answer.headers.get('vary')}`);
}

criterion('1a.4/1', 'the first line `id,name,place`, and one record per tool', async (program) => {
  const server = await program.start();
  const saw = await addTool(server, { name: 'Saw, 12" blade', place: 'B7' });
  const bare = await addTool(server, { name: 'Two\nlines' });
  const { type, text } = await ask(server, 'text/csv');
  assert.match(type, /^text\/csv/, 'The content type');
  assert.equal(text.replace(/\r\n$/, ''), `id,name,place\r\n${saw.id},"Saw, 12"" blade",B7\r\n${bare.id},"Two\nlines",`, 'The body');
});

criterion('1a.4/2', '`text/csv;q=0.5, application/json` and `*/*` give JSON', async (program) => {
  const server = await program.start();
  await addTool(server);
  for (const accept of ['text/csv;q=0.5, application/json', '*/*']) assert.match((await ask(server, accept)).type, /^application\/json/, accept);
  for (const accept of ['application/json;q=0.5, text/csv', 'application/json;q=0, */*']) assert.match((await ask(server, accept)).type, /^text\/csv/, accept);
});

criterion('1a.4/3', '`available` contains `application/json` and `text/csv`', async (program) => {
  const server = await program.start();
  const { available } = (await ask(server, 'image/png', 406)).problem;
  assert.ok(Array.isArray(available), 'The member available is a list');
  for (const type of ['application/json', 'text/csv']) assert.ok(available.includes(type), `The member available has ${type}: ${available}`);
});

criterion('1a.4/4', 'have a `Vary` header that contains `Accept`', async (program) => {
  const server = await program.start();
  await addTool(server, SAW);
  for (const accept of ['text/csv', '*/*', 'application/json;q=0.5, text/csv']) assertVaries(await ask(server, accept));
  assertVaries(await ask(server, 'image/png', 406));
});
