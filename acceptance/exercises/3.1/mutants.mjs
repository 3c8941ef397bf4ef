const open = 'src/db/open.js';
const server = 'src/server.js';

export default [
  { wrong: 'the database lives in memory', caught: [1], file: open, find: 'new DatabaseSync(file, { timeout: 5000 })', put: "new DatabaseSync(':memory:')" },
  { wrong: 'the version is that of Node.js', caught: [1], file: 'src/app.js', find: 'sqlite: version', put: 'sqlite: process.version' },
  { wrong: 'the path is missing in the message', caught: [2], file: open, find: 'throw new Error(`Cannot open the database ${file}: ${cause.message}`, { cause });', put: 'throw cause;' },
  { wrong: 'the port is opened before the database', caught: [2], file: server, find: 'listen(readConfig(process.env));', put: "const config = readConfig(process.env);\n  createServer().listen(0, () => { console.log('listening'); listen(config); });" },
  { wrong: 'the exit code is 0', caught: [2, 3], file: server, find: 'process.exitCode = 1;', put: '' },
  { wrong: 'a stack trace', caught: [2], file: server, find: '  fail(error.message);\n}\n', put: '  fail(error.stack);\n}\n' },
  { wrong: 'DB_FILE has a default', caught: [3], file: 'src/config.js', find: "readText(env, 'DB_FILE')", put: "env.DB_FILE ?? ':memory:'" },
  { wrong: 'the message names no variable', caught: [3], file: 'src/config.js', find: '${name} is missing', put: 'a variable is missing' },
  { wrong: 'the database is closed before the last answer', caught: [4], file: server, find: "server.on('close', () => db.close());", put: "process.once('SIGTERM', () => { db.close(); process.exit(3); });" },
];
