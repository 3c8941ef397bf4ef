import { randomUUID } from 'node:crypto';
import { HttpError } from '../problem.js';
import { isForeignKey, translateViolations } from './violations.js';

const COLUMNS = 'id, tool_id, member_id, lent_at, due_at, returned_at';
const DAY_MS = 86_400_000;

function toLoan(row) {
  return {
    id: row.id, toolId: row.tool_id, memberId: row.member_id,
    lentAt: row.lent_at, dueAt: row.due_at, returnedAt: row.returned_at,
  };
}

export function createLoanRepository({ db, now = Date.now }) {
  function insert({ toolId, memberId, dueAt }) {
    const time = now();
    const due = dueAt ?? new Date(time + 14 * DAY_MS).toISOString();
    const sql = `INSERT INTO loans (${COLUMNS}) VALUES (?, ?, ?, ?, ?, NULL) RETURNING ${COLUMNS}`;
    return db.prepare(sql).get(randomUUID(), toolId, memberId, new Date(time).toISOString(), due);
  }

  // SQLite does not say which of the two is missing.
  function explainMissing({ toolId, memberId }) {
    const isMissing = (table, id) => !db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id);
    const paths = [isMissing('tools', toolId) && 'toolId', isMissing('members', memberId) && 'memberId'];
    const errors = paths.filter(Boolean).map((path) => ({ path, message: 'There is none with this id' }));
    return new HttpError(422, 'Tool or member is unknown', errors);
  }

  return {
    async add(input) {
      try {
        return toLoan(insert(input));
      } catch (error) {
        if (isForeignKey(error)) throw explainMissing(input);
        return translateViolations(() => { throw error; });
      }
    },
    async get(id) {
      const row = db.prepare(`SELECT ${COLUMNS} FROM loans WHERE id = ?`).get(id);
      return row && toLoan(row);
    },
  };
}
