import { randomUUID } from 'node:crypto';
import { HttpError } from '../problem.js';
import { escapeLike } from './escape-like.js';
import { isForeignKey } from './violations.js';

const COLUMNS = ['seq', 'id', 'name', 'price', 'available', 'shelf', 'note', 'created_at', 'updated_at', 'version'];
const SORT_COLUMNS = new Map([['name', 'name'], ['price', 'price'], ['createdAt', 'created_at']]);

const differs = (tool, members) => Object.keys(members).some((key) => members[key] !== tool[key]);

// A row of the table as { seq, version, tool }.
function toRow({ seq, version, created_at: createdAt, updated_at: updatedAt, ...rest }) {
  const { id, name, price, available, shelf, note } = rest;
  return { seq, version, tool: { id, name, price, available: Boolean(available), shelf, note, createdAt, updatedAt } };
}

// LIKE ignores case in SQLite and respects it in PostgreSQL.
function filter(query, { available, q, maxPrice }) {
  const like = query.client.config.client === 'pg' ? 'ILIKE' : 'LIKE';
  if (available !== undefined) query.where({ available });
  if (q !== undefined) query.whereRaw(`name ${like} ? ESCAPE '!'`, [`%${escapeLike(q)}%`]);
  if (maxPrice !== undefined) query.where('price', '<=', maxPrice);
}

const toKeys = (sort = []) => [
  ...sort.map(({ key, sign }) => ({ key, column: SORT_COLUMNS.get(key), sign })),
  { key: 'seq', column: 'seq', sign: 1 },
];

const placeOf = ({ seq, tool }, keys) => Object.fromEntries(keys.map(({ key }) => [key, key === 'seq' ? seq : tool[key]]));

// For each key one alternative: all earlier keys are equal, and this one is beyond.
function after(query, keys, place) {
  query.where((any) => keys.forEach(({ key, column, sign }, at) => any.orWhere((all) => {
    for (const earlier of keys.slice(0, at)) all.where(earlier.column, place[earlier.key]);
    all.where(column, sign === 1 ? '>' : '<', place[key]);
  })));
}

export function createToolRepository({ db, now = Date.now }) {
  const time = () => new Date(now()).toISOString();

  async function get(id) {
    const row = await db('tools').first(COLUMNS).where({ id });
    return row && toRow(row);
  }

  return {
    get,

    async add({ name, price, available, shelf, note }) {
      const times = { created_at: time() };
      const [row] = await db('tools').insert({
        id: randomUUID(), name, price, available, shelf, note, ...times, updated_at: times.created_at, version: 1,
      }).returning(COLUMNS);
      return toRow(row);
    },

    // One page: { rows, place, total }. `place` is that of the last row if there are more.
    async list(query) {
      const { sort, limit, offset = 0, place } = query;
      const keys = toKeys(sort);
      const filtered = db('tools').modify(filter, query);
      const { total } = await filtered.clone().count({ total: '*' }).first();
      const page = filtered.clone().select(COLUMNS).limit(limit + 1).offset(offset)
        .orderBy(keys.map(({ column, sign }) => ({ column, order: sign === 1 ? 'asc' : 'desc' })));
      if (place) page.modify(after, keys, place);
      const found = (await page).map(toRow);
      const rows = found.slice(0, limit);
      return { rows, total: Number(total), place: found.length > limit ? placeOf(rows.at(-1), keys) : null };
    },

    // Changes the row if it still has this version (any, if none is given). Otherwise undefined.
    async change(id, members, version) {
      const row = await get(id);
      if (!row || (version !== undefined && row.version !== version)) return undefined;
      if (!differs(row.tool, members)) return row;
      const [changed] = await db('tools').where({ id, version: row.version })
        .update({ ...members, updated_at: time(), version: row.version + 1 }).returning(COLUMNS);
      return changed && toRow(changed);
    },

    // Whether a row was removed.
    async remove(id, version) {
      try {
        return await db('tools').where({ id, ...(version && { version }) }).delete() > 0;
      } catch (error) {
        if (isForeignKey(error)) throw new HttpError(409, 'The tool has copies or loans');
        throw error;
      }
    },
  };
}
