import { randomUUID } from 'node:crypto';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS tools (
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
  ) STRICT`;
const COLUMNS = 'seq, id, name, price, available, shelf, note, created_at, updated_at, version';

const differs = (tool, members) => Object.keys(members).some((key) => members[key] !== tool[key]);

// A row of the table as { number, version, tool }.
function toRow({ seq, version, created_at: createdAt, updated_at: updatedAt, ...rest }) {
  const { id, name, price, available, shelf, note } = rest;
  return { number: seq, version, tool: { id, name, price, available: available === 1, shelf, note, createdAt, updatedAt } };
}

export function createToolStore({ db, now = Date.now }) {
  db.exec(SCHEMA);
  const insert = db.prepare(`
    INSERT INTO tools (id, name, price, available, shelf, note, created_at, updated_at, version)
    VALUES (:id, :name, :price, :available, :shelf, :note, :time, :time, 1) RETURNING ${COLUMNS}`);
  const select = db.prepare(`SELECT ${COLUMNS} FROM tools WHERE id = ?`);
  const selectAll = db.prepare(`SELECT ${COLUMNS} FROM tools ORDER BY seq`);
  const update = db.prepare(`
    UPDATE tools SET name = :name, price = :price, available = :available, shelf = :shelf, note = :note,
      updated_at = :time, version = version + 1
    WHERE id = :id RETURNING ${COLUMNS}`);
  const remove = db.prepare('DELETE FROM tools WHERE id = ?');

  const time = () => new Date(now()).toISOString();

  function get(id) {
    const row = select.get(id);
    return row && toRow(row);
  }

  function write(statement, { id, name, price, available, shelf, note }) {
    const values = { id, name, price, available: Number(available), shelf, note, time: time() };
    return toRow(statement.get(values));
  }

  return {
    add: (input) => write(insert, { id: randomUUID(), ...input }),
    get,
    all: () => selectAll.all().map(toRow),
    change(id, members) {
      const row = get(id);
      return differs(row.tool, members) ? write(update, { ...row.tool, ...members }) : row;
    },
    remove: (id) => remove.run(id).changes > 0,
  };
}
