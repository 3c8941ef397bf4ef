import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const MIGRATIONS = join(import.meta.dirname, 'migrations');

// The migrations of a directory in their order: [{ name, up, down }].
export async function loadMigrations(dir = MIGRATIONS) {
  const files = (await readdir(dir)).filter((file) => file.endsWith('.js')).sort();
  return Promise.all(files.map(async (file) => {
    const { up, down } = await import(pathToFileURL(join(dir, file)).href);
    return { name: file.replace(/\.js$/, ''), up, down };
  }));
}

export function findApplied(db) {
  db.exec('CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT PRIMARY KEY) STRICT');
  return db.prepare('SELECT name FROM schema_migrations ORDER BY name').all().map(({ name }) => name);
}

export function findPending(db, migrations) {
  const applied = findApplied(db);
  return migrations.filter(({ name }) => !applied.includes(name));
}

// Gives the names of those that were applied.
export function migrateUp(db, migrations) {
  return findPending(db, migrations).filter((migration) => inOwnTransaction(db, migration.name, () => {
    if (findApplied(db).includes(migration.name)) return false; // another process was faster
    migration.up(db);
    db.prepare('INSERT INTO schema_migrations (name) VALUES (?)').run(migration.name);
    return true;
  })).map(({ name }) => name);
}

// Gives the name of the one that was undone, or undefined.
export function migrateDown(db, migrations) {
  const last = findApplied(db).at(-1);
  if (last === undefined) return undefined;
  inOwnTransaction(db, last, () => {
    migrations.find(({ name }) => name === last).down(db);
    db.prepare('DELETE FROM schema_migrations WHERE name = ?').run(last);
  });
  return last;
}

function inOwnTransaction(db, name, work) {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw new Error(`${name} failed: ${error.message}`, { cause: error });
  }
}
