export const readSqliteVersion = (db) => db.prepare('SELECT sqlite_version() AS version').get().version;
