const stop = 'src/stop.js';
const config = 'src/config.js';

const patient = [stop, 'export function stopOnSignal(server, timeoutMs) {\n', 'export function stopOnSignal(server, timeoutMs) {\n  server.keepAliveTimeout = 60_000;\n'];

export default [
  { wrong: 'the process ends at once', caught: [1], file: stop, find: '    server.close();', put: '    process.exit(0);' },
  { wrong: 'idle connections are closed only once', caught: [1, 4], file: stop, find: '    setInterval(closeUnused, 50).unref();\n', put: '', also: [patient] },
  { wrong: 'the server goes on accepting', caught: [1], file: stop, find: '    server.close();', put: "    setTimeout(() => server.close(), 1500);" },
  { wrong: 'running requests are cut', caught: [1], file: stop, find: '    server.close();', put: '    server.close();\n    server.closeAllConnections();' },
  { wrong: 'the timer keeps the process alive', caught: [1, 2], file: stop, find: '}, timeoutMs).unref();', put: '}, timeoutMs);' },
  { wrong: 'a connection without a byte is left open', caught: [2], file: stop, find: '    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();\n', put: '' },
  { wrong: 'idle connections are waited for', caught: [2], file: stop, find: '    server.closeIdleConnections();\n', put: '', also: [patient, [stop, '    server.close();', "    Object.getPrototypeOf(Object.getPrototypeOf(server)).close.call(server);"]] },
  { wrong: 'the deadline is ten seconds', caught: [3], file: stop, find: '}, timeoutMs).unref();', put: '}, 10_000).unref();' },
  { wrong: 'the deadline ends with exit code 0', caught: [3, 4], file: stop, find: 'process.exit(1)', put: 'process.exit(0)' },
  { wrong: 'SIGINT is not handled', caught: [4], file: stop, find: "  process.once('SIGINT', stop);\n", put: '' },
  { wrong: 'SIGINT ends at once', caught: [4], file: stop, find: "process.once('SIGINT', stop)", put: "process.once('SIGINT', () => process.exit(0))" },
  { wrong: 'the time limit is not checked', caught: [5], file: config, find: "readWholeNumber({ STOP_TIMEOUT_MS: '10000', ...env }, 'STOP_TIMEOUT_MS', { max: 600_000 })", put: 'Number(env.STOP_TIMEOUT_MS ?? 10_000)' },
  { wrong: 'the message names another variable', caught: [5], file: config, find: '${name} must', put: 'PORT must' },
  { wrong: 'a client that hangs up leaves no line', caught: [6], file: 'src/request-log.js', find: "res.on('close'", put: "res.on('finish'" },
  { wrong: 'nobody is ever aborted', caught: [6], file: 'src/request-log.js', find: '!res.writableFinished', put: 'res.writableAborted === true' },
];
