const open = 'src/db/open.js';
const loans = 'src/db/loan-repository.js';
const config = 'src/db/config.js';

export default [
  { wrong: 'the codes of PostgreSQL are not known', caught: [1], file: 'src/db/violations.js', find: "'23503'", put: "'99999'" },
  { wrong: 'the tests never reach PostgreSQL', caught: [1], file: 'test/support/databases.js', find: "await work(t, { DB_CLIENT: 'postgres', DB_SCHEMA: schema });", put: '', also: [['test/support/databases.js', "    await query(`CREATE SCHEMA ${schema}`);\n", ''], ['test/support/databases.js', "    t.after(() => query(`DROP SCHEMA ${schema} CASCADE`));\n", '']] },
  { wrong: 'without a URL the tests fail', caught: [2], file: 'test/support/databases.js', find: "DATABASE_URL ? false : 'DATABASE_URL is not set'", put: 'false' },
  { wrong: 'the skipped tests give no reason', caught: [2], file: 'test/support/databases.js', find: "'DATABASE_URL is not set'", put: 'true' },
  { wrong: 'an unknown client is SQLite', caught: [3], file: config, find: "  throw new Error(`DB_CLIENT must be sqlite or postgres, but is \"${client}\"`);", put: "  return { client: 'sqlite', file: require(env, 'DB_FILE') };" },
  { wrong: 'the URL has a default', caught: [3], file: config, find: "require(env, 'DATABASE_URL')", put: "env.DATABASE_URL ?? 'postgres://127.0.0.1:9/postgres'" },
  { wrong: 'text sorts by language', caught: [4], file: 'src/db/migrations/0001_create_tools.js', find: "'text COLLATE \"C\"'", put: "'text COLLATE \"en-x-icu\"'" },
  { wrong: 'LIKE respects case', caught: [4], file: 'src/db/tool-repository.js', find: "'ILIKE'", put: "'LIKE'" },
  { wrong: 'both choose the same free copy', caught: [5], file: loans, find: '    if (isPostgres(db)) free.forUpdate().skipLocked();\n', put: '', also: [[loans, '          await takeCopy(trx, loan);\n', '          await takeCopy(trx, loan);\n          await new Promise((resolve) => setTimeout(resolve, 500));\n']] },
  { wrong: 'the schema is always public', caught: [5], file: open, find: 'searchPath: [schema]', put: "searchPath: ['nowhere']" },
];
