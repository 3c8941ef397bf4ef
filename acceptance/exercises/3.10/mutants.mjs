const open = 'src/db/open.js';
const migrate = 'src/db/migrate.js';
const loans = 'src/db/loan-repository.js';

export default [
  { wrong: 'a query in the transaction goes past it', caught: [1], file: loans, find: "const taken = await trx('copies')", put: "const taken = await db('copies')" },
  { wrong: 'the tests of the loans are left out', caught: [1], file: 'package.json', find: 'test/**/*.test.js', put: 'test/**/[egt]*.test.js' },
  { wrong: 'the tests of tools and loans are left out', caught: [1], file: 'package.json', find: 'test/**/*.test.js', put: 'test/**/[egh]*.test.js' },
  { wrong: 'the old driver beside Knex', caught: [2], file: 'src/db/version.js', find: 'export async', put: "import 'node:sqlite';\n\nexport async" },
  { wrong: 'one transaction for all migrations', caught: [3], file: migrate, find: 'await db.migrate.up({ directory })', put: 'await db.migrate.latest({ directory })' },
  { wrong: 'the message names no file', caught: [3], file: migrate, find: '${next} failed: ${cause.message}', put: 'A migration failed', also: [[open, "(text) => console.error(String(text).split('\\n')[0])", '() => {}']] },
  { wrong: 'no transaction for a migration', caught: [3], file: migrate, find: 'await db.migrate.up({ directory })', put: 'await db.migrate.up({ directory, disableTransactions: true })' },
  { wrong: 'a failed migration ends with exit code 0', caught: [3], file: 'src/migrate.js', find: '    process.exitCode = 1;', put: '    process.exitCode = 0;' },
  { wrong: 'the values stand in the message', caught: [4], file: open, find: '    compileSqlOnError: false,\n', put: '' },
  { wrong: 'the reason of a failure is not told', caught: [4], file: 'src/problem.js', find: 'console.error(err);', put: "console.error('Something failed');" },
  { wrong: 'the command keeps its pool open', caught: [5], file: 'src/migrate.js', find: '    await db.destroy();', put: '    db.client;' },
  { wrong: 'the server keeps its pool open', caught: [5], file: 'src/server.js', find: "  server.on('close', () => db.destroy());\n", put: '', also: [[open, '    return db;', '    setInterval(() => {}, 1000);\n    return db;']] },
];
