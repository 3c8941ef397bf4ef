const toolsTable = (name, priceRule) => `
  CREATE TABLE ${name} (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    price      INTEGER NOT NULL ${priceRule},
    available  INTEGER NOT NULL,
    shelf      TEXT,
    note       TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    version    INTEGER NOT NULL
  ) STRICT;`;

function rebuildTools(db, priceRule) {
  db.exec(`
    ${toolsTable('tools_new', priceRule)}
    INSERT INTO tools_new SELECT * FROM tools;
    DROP TABLE tools;
    ALTER TABLE tools_new RENAME TO tools;`);
}

export function up(db) {
  rebuildTools(db, 'CHECK (price >= 0)');
  db.exec(`
    CREATE TABLE members (
      id         TEXT PRIMARY KEY,
      name       TEXT NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE loans (
      seq         INTEGER PRIMARY KEY AUTOINCREMENT,
      id          TEXT NOT NULL UNIQUE,
      tool_id     TEXT NOT NULL REFERENCES tools (id),
      member_id   TEXT NOT NULL REFERENCES members (id),
      lent_at     TEXT NOT NULL,
      due_at      TEXT NOT NULL,
      returned_at TEXT,
      CHECK (due_at > lent_at)
    ) STRICT;
    CREATE TABLE copies (
      serial_number TEXT PRIMARY KEY,
      tool_id       TEXT NOT NULL REFERENCES tools (id),
      loan_id       TEXT UNIQUE REFERENCES loans (id)
    ) STRICT;`);
}

export function down(db) {
  db.exec('DROP TABLE copies; DROP TABLE loans; DROP TABLE members;');
  rebuildTools(db, '');
}
