import { randomUUID } from 'node:crypto';

const COLUMNS = 'id, name, created_at';

const toMember = ({ id, name, created_at: createdAt }) => ({ id, name, createdAt });

export function createMemberRepository({ db, now = Date.now }) {
  return {
    async add({ name }) {
      const sql = `INSERT INTO members (${COLUMNS}) VALUES (?, ?, ?) RETURNING ${COLUMNS}`;
      return toMember(db.prepare(sql).get(randomUUID(), name, new Date(now()).toISOString()));
    },
    async get(id) {
      const row = db.prepare(`SELECT ${COLUMNS} FROM members WHERE id = ?`).get(id);
      return row && toMember(row);
    },
  };
}
