const runner = 'src/db/migrate.js';
const command = 'src/migrate.js';

export default [
  { wrong: 'nothing is noted', caught: [1, 3], file: runner, find: "    db.prepare('INSERT INTO schema_migrations (name) VALUES (?)').run(migration.name);\n", put: '' },
  { wrong: 'up is silent when there is nothing to do', caught: [1], file: command, find: "    if (names.length === 0) return ['nothing to do'];\n", put: '' },
  { wrong: 'down only takes the note away', caught: [2], file: runner, find: '    migrations.find(({ name }) => name === last).down(db);\n', put: '' },
  { wrong: 'down leaves the note', caught: [2], file: runner, find: "    db.prepare('DELETE FROM schema_migrations WHERE name = ?').run(last);\n", put: '' },
  { wrong: 'status knows only what was applied', caught: [2], file: command, find: "return migrations.map(({ name }) => `${applied.includes(name) ? 'applied' : 'pending'} ${name}`);", put: 'return applied.map((name) => `applied ${name}`);' },
  { wrong: 'no transaction', caught: [3], file: runner, find: "  db.exec('BEGIN IMMEDIATE');\n", put: '', also: [[runner, "    db.exec('COMMIT');\n", ''], [runner, "    db.exec('ROLLBACK');\n", '']] },
  { wrong: 'a failure is committed', caught: [3], file: runner, find: "db.exec('ROLLBACK');", put: "db.exec('COMMIT');" },
  { wrong: 'one transaction for all of them', caught: [3], file: runner, find: '  return findPending(db, migrations).filter((migration) =>', put: "  const pending = findPending(db, migrations);\n  return [pending.at(-1)].filter(Boolean).filter((migration) =>", also: [[runner, '    migration.up(db);\n', '    for (const one of pending) one.up(db);\n']] },
  { wrong: 'the message names no file', caught: [3], file: runner, find: '${name} failed: ${error.message}', put: 'A migration failed: ${error.message}' },
  { wrong: 'the look comes before BEGIN', caught: [4], file: runner, find: '    if (findApplied(db).includes(migration.name)) return false; // another process was faster\n', put: '', also: [[runner, 'return findPending(db, migrations).filter(', 'const pending = findPending(db, migrations);\n  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);\n  return pending.filter(']] },
  { wrong: 'the second runner does not wait', caught: [4], file: 'src/db/open.js', find: '{ timeout: 5000 }', put: '{ timeout: 0 }', also: [[runner, '    migration.up(db);\n', '    migration.up(db);\n    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);\n']] },
  { wrong: 'the server starts anyway', caught: [5], file: 'src/server.js', find: '  await requireMigrated(db);\n', put: '' },
  { wrong: 'the server migrates by itself', caught: [5], file: 'src/server.js', find: '  const [pending] = findPending(db, await loadMigrations());', put: "  const { migrateUp } = await import('./db/migrate.js');\n  migrateUp(db, await loadMigrations());\n  const pending = null;" },
  { wrong: 'the message does not say which migration', caught: [5], file: 'src/server.js', find: 'The migration ${pending.name} is pending', put: 'A migration is pending' },
  { wrong: 'an unknown command is an error like others', caught: [5], file: command, find: 'return 2;', put: 'return 1;' },
];
