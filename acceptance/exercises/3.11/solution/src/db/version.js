import { isPostgres } from './open.js';

// The name of the database and its version.
export async function readVersion(db) {
  if (isPostgres(db)) return { postgres: (await db.first(db.raw("current_setting('server_version') AS version"))).version };
  return { sqlite: (await db.first(db.raw('sqlite_version() AS version'))).version };
}
