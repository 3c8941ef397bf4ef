import { parseArgs } from 'node:util';
import { findApplied, loadMigrations, migrateDown, migrateUp, MIGRATIONS } from './db/migrate.js';
import { openDatabase } from './db/open.js';

const commands = {
  up(db, migrations) {
    const names = migrateUp(db, migrations);
    if (names.length === 0) return ['nothing to do'];
    return names.map((name) => `applied ${name}`);
  },
  down(db, migrations) {
    const name = migrateDown(db, migrations);
    return [name === undefined ? 'nothing to do' : `undid ${name}`];
  },
  status(db, migrations) {
    const applied = findApplied(db);
    return migrations.map(({ name }) => `${applied.includes(name) ? 'applied' : 'pending'} ${name}`);
  },
};

async function main() {
  const { values, positionals: [command] } = parseArgs({
    allowPositionals: true,
    options: { dir: { type: 'string', default: MIGRATIONS } },
  });
  if (!Object.hasOwn(commands, command ?? '')) {
    console.error('Usage: node src/migrate.js up|down|status [--dir <directory>]');
    return 2;
  }
  if (!process.env.DB_FILE) throw new Error('DB_FILE is missing');
  const migrations = await loadMigrations(values.dir);
  const db = openDatabase(process.env.DB_FILE);
  for (const line of commands[command](db, migrations)) console.log(line);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
