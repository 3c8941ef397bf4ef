const config = 'src/config.js';
const server = 'src/server.js';

export default [
  { wrong: 'the empty port starts anyway', caught: [1], file: config, find: '!/^\\d+$/.test(text)', put: 'Number.isNaN(port) || port < 0' },
  { wrong: 'whatever Number understands is a port', caught: [1], file: config, find: '!/^\\d+$/.test(text)', put: "text === '' || !Number.isInteger(port) || port < 0" },
  { wrong: 'a missing port has a default', caught: [1], file: config, find: "env.PORT ?? ''", put: "env.PORT ?? '3000'" },
  { wrong: 'ports have no upper limit', caught: [1], file: config, find: ' || port > 65535', put: '' },
  { wrong: 'the exit code is 0', caught: [1, 3], file: server, find: 'process.exitCode = 1;', put: '' },
  { wrong: 'the complaint goes to standard output', caught: [1, 3], file: server, find: 'console.error(message)', put: 'console.log(message)' },
  { wrong: 'the complaint does not name the variable', caught: [1], file: config, find: 'PORT must', put: 'The port must' },
  { wrong: 'a stack trace', caught: [1], file: server, find: '  fail(error.message);\n}\n', put: '  throw error;\n}\n' },
  { wrong: 'the configured port is printed, not the real one', caught: [2], file: server, find: '${server.address().port}', put: '${port}' },
  { wrong: 'the port 0 becomes 3000', caught: [2], file: server, find: 'server.listen(port', put: 'server.listen(port || 3000' },
  { wrong: 'the environment is ignored', caught: [3], file: server, find: 'readConfig(process.env)', put: "readConfig({ PORT: '0' })" },
  { wrong: 'the taken port is an exception without a handler', caught: [3], file: server, find: "fail(error.code === 'EADDRINUSE' ? `Port ${port} is already in use` : error.message);", put: 'process.exitCode = 1;' },
  { wrong: 'a taken port is only reported', caught: [3], file: server, find: '  console.error(message);\n  process.exitCode = 1;', put: "  console.error(message);\n  process.exitCode = message.includes('already') ? 0 : 1;" },
  { wrong: 'npm test leaves the black-box tests out', caught: [4], file: 'package.json', find: 'test/**/*.test.js', put: 'test/greet.test.js' },
  { wrong: 'the tests take a fixed port', caught: [4], file: 'test/support/start-server.js', find: "PORT: '0'", put: "PORT: '70000'" },
];
