import { randomUUID } from 'node:crypto';
import { escapeLike } from './escape-like.js';

const COLUMNS = 'seq, id, name, price, available, shelf, note, created_at, updated_at, version';
const SORT_COLUMNS = new Map([['name', 'name'], ['price', 'price'], ['createdAt', 'created_at']]);

const differs = (tool, members) => Object.keys(members).some((key) => members[key] !== tool[key]);

// A row of the table as { seq, version, tool }.
function toRow({ seq, version, created_at: createdAt, updated_at: updatedAt, ...rest }) {
  const { id, name, price, available, shelf, note } = rest;
  return { seq, version, tool: { id, name, price, available: available === 1, shelf, note, createdAt, updatedAt } };
}

function buildFilter({ available, q, maxPrice }) {
  const conditions = [];
  const values = [];
  const add = (condition, value) => {
    conditions.push(condition);
    values.push(value);
  };
  if (available !== undefined) add('available = ?', Number(available));
  if (q !== undefined) add("name LIKE ? ESCAPE '!'", `%${escapeLike(q)}%`);
  if (maxPrice !== undefined) add('price <= ?', maxPrice);
  return { conditions, values };
}

const toKeys = (sort = []) => [
  ...sort.map(({ key, sign }) => ({ key, column: SORT_COLUMNS.get(key), sign })),
  { key: 'seq', column: 'seq', sign: 1 },
];

// For each key one alternative: all earlier keys are equal, and this one is beyond.
function buildAfter(keys, place) {
  const alternatives = keys.map(({ column, sign }, at) => [
    ...keys.slice(0, at).map((earlier) => `${earlier.column} = ?`),
    `${column} ${sign === 1 ? '>' : '<'} ?`,
  ].join(' AND '));
  const values = keys.flatMap((_, at) => keys.slice(0, at + 1).map(({ key }) => place[key]));
  return { condition: `(${alternatives.map((text) => `(${text})`).join(' OR ')})`, values };
}

const where = (conditions) => (conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '');

export function createToolRepository({ db, now = Date.now }) {
  const time = () => new Date(now()).toISOString();

  async function get(id) {
    const row = db.prepare(`SELECT ${COLUMNS} FROM tools WHERE id = ?`).get(id);
    return row && toRow(row);
  }

  return {
    get,

    async add({ name, price, available, shelf, note }) {
      const values = { id: randomUUID(), name, price, available: Number(available), shelf, note, time: time() };
      return toRow(db.prepare(`
        INSERT INTO tools (id, name, price, available, shelf, note, created_at, updated_at, version)
        VALUES (:id, :name, :price, :available, :shelf, :note, :time, :time, 1) RETURNING ${COLUMNS}`).get(values));
    },

    // One page: { rows, place, total }. `place` is that of the last row if there are more.
    async list(query) {
      const { sort, limit, offset = 0, place } = query;
      const keys = toKeys(sort);
      const { conditions, values } = buildFilter(query);
      const total = db.prepare(`SELECT count(*) AS total FROM tools ${where(conditions)}`).get(...values).total;
      const after = place ? buildAfter(keys, place) : { values: [] };
      const order = keys.map(({ column, sign }) => `${column} ${sign === 1 ? 'ASC' : 'DESC'}`).join(', ');
      const found = db.prepare(`
        SELECT ${COLUMNS} FROM tools ${where([...conditions, after.condition].filter(Boolean))}
        ORDER BY ${order} LIMIT ? OFFSET ?`).all(...values, ...after.values, limit + 1, offset).map(toRow);
      const rows = found.slice(0, limit);
      return { rows, total, place: found.length > limit ? placeOf(rows.at(-1), keys) : null };
    },

    // Changes the row if it still has this version (any, if none is given). Otherwise undefined.
    async change(id, members, version) {
      const row = await get(id);
      if (!row || (version !== undefined && row.version !== version)) return undefined;
      if (!differs(row.tool, members)) return row;
      const { name, price, available, shelf, note } = { ...row.tool, ...members };
      const changed = db.prepare(`
        UPDATE tools SET name = ?, price = ?, available = ?, shelf = ?, note = ?, updated_at = ?, version = version + 1
        WHERE id = ? AND version = ? RETURNING ${COLUMNS}`)
        .get(name, price, Number(available), shelf, note, time(), id, row.version);
      return changed && toRow(changed);
    },

    // Whether a row was removed.
    async remove(id, version) {
      const sql = 'DELETE FROM tools WHERE id = ? AND version = coalesce(?, version)';
      return db.prepare(sql).run(id, version ?? null).changes > 0;
    },
  };
}

const placeOf = ({ seq, tool }, keys) => Object.fromEntries(keys.map(({ key }) => [key, key === 'seq' ? seq : tool[key]]));
