import { parseArgs } from 'node:util';
import { listMigrations, migrateDown, migrateUp, MIGRATIONS } from './db/migrate.js';
import { readDatabaseConfig } from './db/config.js';
import { openDatabase } from './db/open.js';

const commands = {
  async up(db, dir) {
    const names = await migrateUp(db, dir);
    if (names.length === 0) return ['nothing to do'];
    return names.map((name) => `applied ${name}`);
  },
  async down(db, dir) {
    const name = await migrateDown(db, dir);
    return [name === undefined ? 'nothing to do' : `undid ${name}`];
  },
  async status(db, dir) {
    const { applied, pending } = await listMigrations(db, dir);
    return [...applied.map((name) => `applied ${name}`), ...pending.map((name) => `pending ${name}`)];
  },
};

async function run(command, dir) {
  const db = await openDatabase(readDatabaseConfig(process.env));
  try {
    for (const line of await commands[command](db, dir)) console.log(line);
  } finally {
    await db.destroy();
  }
}

const { values, positionals: [command = ''] } = parseArgs({
  allowPositionals: true,
  options: { dir: { type: 'string', default: MIGRATIONS } },
});

if (!Object.hasOwn(commands, command)) {
  console.error('Usage: node src/migrate.js up|down|status [--dir <directory>]');
  process.exitCode = 2;
} else {
  try {
    await run(command, values.dir);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
