import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assert, criterion, eventually, hasReached } from '../../kit/index.mjs';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const REQUESTS = [
  ['GET', '/health?token=secret', 200], ['GET', '/convert/ten?from=cm&to=in', 400], ['GET', '/nowhere?name=Ada', 404], ['GET', '/echo', 405],
];

const parseLines = (lines) => lines.flatMap((line) => {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
});

criterion('1.8/1', 'Every response (200, 400, 404 and 405) has an `x-request-id` that is a UUID', async (program) => {
  const server = await program.start();
  const sent = '7d444840-9dc0-41d1-b245-5ffdce74fad2';
  for (const [method, path, status] of REQUESTS) {
    const made = await server.send(method, path, status);
    assert.match(made.headers.get('x-request-id') ?? '', UUID, `The header x-request-id of ${path}`);
    const kept = await server.send(method, path, status, { headers: { 'x-request-id': sent } });
    assert.equal(kept.headers.get('x-request-id'), sent, `The header x-request-id of ${path}`);
  }
  for (const wrong of ['abc', `${sent}-0`, `x${sent}`]) {
    const replaced = await server.get('/health', 200, { headers: { 'x-request-id': wrong } });
    assert.match(replaced.headers.get('x-request-id') ?? '', UUID, `The header x-request-id for ${wrong}`);
  }
});

criterion('1.8/2', 'standard output gets exactly one line that `JSON.parse` accepts', async (program) => {
  const server = await program.start();
  for (const [method, path, status] of REQUESTS) {
    const answer = await server.send(method, path, status);
    const id = answer.headers.get('x-request-id');
    const find = () => parseLines(server.lines).filter((line) => line.id === id);
    await eventually(() => find().length > 0, () => `No line of JSON with the id ${id} came:\n${server.stdout}`);
    const [line, second] = find();
    assert.equal(second, undefined, `A second line about ${path}`);
    const { method: logged, path: bare, status: code } = line;
    assert.deepEqual({ method: logged, path: bare, status: code }, { method, path: path.split('?')[0], status }, `The line about ${path}`);
  }
  assert.equal(server.lines.length, 1 + REQUESTS.length, 'The number of lines on standard output');
  assert.doesNotMatch(server.stdout, /secret/, 'Standard output holds a query');
});

criterion('1.8/3', '`durationMs` is a number and never negative', async (program) => {
  const server = await program.start();
  await server.get('/health', 200);
  const { durationMs } = JSON.parse(await server.line(1));
  assert.equal(typeof durationMs, 'number', 'The type of durationMs');
  assert.ok(durationMs >= 0 && durationMs < 5000, `durationMs is ${durationMs}`);
  // From 1.10 on a slow route exists; before that the middleware is tried alone.
  const slow = hasReached('1.10') ? await measureSlowRoute(program) : await measureMiddleware(program);
  assert.ok(slow >= 190 && slow < 5000, `durationMs of a request that takes 200 ms is ${slow}`);
});

async function measureSlowRoute(program) {
  const server = await program.start({ DEBUG_ROUTES: '1' });
  await server.get('/debug/slow?ms=200', 200);
  return JSON.parse(await server.line(1)).durationMs;
}

async function measureMiddleware(program) {
  const url = pathToFileURL(join(program.folder, 'src/request-log.js')).href;
  const { stdout, stderr } = await program.copy().evaluate(`
    import express from 'express';
    import { requestLog } from '${url}';
    const app = express();
    app.use(requestLog({ log: (line) => console.log(line) }));
    app.get('/slow', (req, res) => setTimeout(() => res.send('done'), 200));
    const server = app.listen(0, async () => {
      await (await fetch('http://localhost:' + server.address().port + '/slow')).text();
      server.close();
    });`);
  assert.equal(stderr, '', 'Standard error of a small app with requestLog');
  return JSON.parse(stdout).durationMs;
}

criterion('1.8/4', 'The first line on standard output is still the one with the URL', async (program) => {
  const server = await program.start();
  await server.get('/health', 200);
  await server.line(1);
  assert.match(server.lines[0], /http:\/\/[^\s/:]+:[1-9]\d*/, 'The first line on standard output');
  assert.equal(parseLines(server.lines).length, 1, 'The number of log lines');
});
