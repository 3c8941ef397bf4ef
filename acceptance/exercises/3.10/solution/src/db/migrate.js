import { join } from 'node:path';

export const MIGRATIONS = join(import.meta.dirname, 'migrations');

const nameOf = (file) => file.replace(/\.js$/, '');

// { applied, pending }: the names of the migrations of a directory, in their order.
export async function listMigrations(db, directory = MIGRATIONS) {
  const [completed, pending] = await db.migrate.list({ directory });
  return { applied: completed.map(({ name }) => nameOf(name)), pending: pending.map(({ file }) => nameOf(file)) };
}

// Applies one after the other, each in a transaction of its own, and gives their names.
export async function migrateUp(db, directory) {
  const names = [];
  for (;;) {
    const { pending: [next] } = await listMigrations(db, directory);
    if (next === undefined) return names;
    await db.migrate.up({ directory }).catch((cause) => {
      throw new Error(`${next} failed: ${cause.message}`, { cause });
    });
    names.push(next);
  }
}

// Gives the name of the one that was undone, or undefined.
export async function migrateDown(db, directory) {
  const { applied } = await listMigrations(db, directory);
  await db.migrate.down({ directory });
  return applied.at(-1);
}
