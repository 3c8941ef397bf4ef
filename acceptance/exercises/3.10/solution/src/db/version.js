export async function readSqliteVersion(db) {
  const { version } = await db.first(db.raw('sqlite_version() AS version'));
  return version;
}
