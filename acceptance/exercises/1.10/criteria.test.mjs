import { Agent } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { assert, criterion, later, measureSlack } from '../../kit/index.mjs';

const DEBUG = { DEBUG_ROUTES: '1' };
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Sends the signal and gives the exit code and the time until the end.
async function timeStop(server, signal) {
  const began = performance.now();
  const { code } = await server.stop(signal);
  return { code, ms: performance.now() - began };
}

async function finishRunning(program, signal) {
  const slack = await measureSlack();
  const server = await program.start(DEBUG);
  const agent = new Agent({ keepAlive: true });
  const running = later(server.get('/debug/slow?ms=500', 200, { agent }));
  await pause(150 + slack / 10);
  const stopped = later(timeStop(server, signal));
  await pause(100);
  await assert.rejects(server.get('/health'), /ECONNREFUSED/, `A new connection after ${signal} is not refused`);
  await running;
  const { code, ms } = await stopped;
  agent.destroy();
  assert.equal(code, 0, `The exit code after ${signal}`);
  assert.ok(ms < 2000 + slack, `The end took ${Math.round(ms)} ms after ${signal}`);
}

async function leaveIdle(program, signal) {
  const slack = await measureSlack();
  const server = await program.start();
  const agent = new Agent({ keepAlive: true });
  await server.get('/health', 200, { agent });
  const silent = connect(server.port, new URL(server.url).hostname).on('error', () => {});
  await once(silent, 'connect');
  await pause(50);
  const { code, ms } = await timeStop(server, signal);
  silent.destroy();
  agent.destroy();
  assert.equal(code, 0, `The exit code after ${signal}`);
  assert.ok(ms < 1000 + slack, `The end took ${Math.round(ms)} ms after ${signal}, with an idle connection and one that never sent a byte`);
}

async function giveUp(program, signal) {
  const slack = await measureSlack();
  const server = await program.start({ ...DEBUG, STOP_TIMEOUT_MS: '300' });
  const cut = later(assert.rejects(server.get('/debug/slow?ms=5000'), 'The request of 5 s got an answer'));
  await pause(100 + slack / 10);
  const { code, ms } = await timeStop(server, signal);
  await cut;
  assert.equal(code, 1, `The exit code after ${signal}`);
  assert.ok(ms < 1000 + slack, `The end took ${Math.round(ms)} ms after ${signal}`);
}

criterion('1.10/1', 'this request gets 200, a new connection is refused', async (program) => {
  await finishRunning(program, 'SIGTERM');
}, { tries: 3 });

criterion('1.10/2', 'An idle keep-alive connection from an earlier `GET /health` does not delay the end', async (program) => {
  await leaveIdle(program, 'SIGTERM');
}, { tries: 3 });

criterion('1.10/3', 'With `STOP_TIMEOUT_MS=300` and `/debug/slow?ms=5000` running', async (program) => {
  await giveUp(program, 'SIGTERM');
}, { tries: 3 });

criterion('1.10/4', 'The three criteria above also hold for SIGINT', async (program) => {
  await finishRunning(program, 'SIGINT');
  await leaveIdle(program, 'SIGINT');
  await giveUp(program, 'SIGINT');
}, { tries: 3 });

criterion('1.10/5', '`STOP_TIMEOUT_MS=soon` ends the start with exit code 1', async (program) => {
  const { code, stdout, stderr } = await program.run('src/server.js', [], { env: { STOP_TIMEOUT_MS: 'soon' } });
  assert.equal(code, 1, 'The exit code');
  assert.match(stderr, /STOP_TIMEOUT_MS/, 'Standard error');
  assert.equal(stdout, '', 'Standard output');
});

criterion('1.10/6', 'A client that hangs up during `/debug/slow?ms=500`', async (program) => {
  const server = await program.start(DEBUG);
  const socket = connect(server.port, new URL(server.url).hostname);
  socket.write('GET /debug/slow?ms=500 HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await pause(200);
  socket.destroy();
  const hungUp = JSON.parse(await server.line(1));
  assert.deepEqual({ path: hungUp.path, aborted: hungUp.aborted }, { path: '/debug/slow', aborted: true }, 'The line of the client that hung up');
  await server.get('/debug/slow?ms=500', 200);
  const waited = JSON.parse(await server.line(2));
  assert.deepEqual({ path: waited.path, aborted: waited.aborted }, { path: '/debug/slow', aborted: false }, 'The line of the client that waited');
  assert.equal(server.lines.length, 3, 'The number of lines on standard output');
}, { tries: 3 });
