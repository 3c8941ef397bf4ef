export function up(db) {
  db.exec(`
    CREATE TABLE tools (
      seq        INTEGER PRIMARY KEY AUTOINCREMENT,
      id         TEXT NOT NULL UNIQUE,
      name       TEXT NOT NULL,
      price      INTEGER NOT NULL,
      available  INTEGER NOT NULL,
      shelf      TEXT,
      note       TEXT,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      version    INTEGER NOT NULL
    ) STRICT`);
}

export function down(db) {
  db.exec('DROP TABLE tools');
}
