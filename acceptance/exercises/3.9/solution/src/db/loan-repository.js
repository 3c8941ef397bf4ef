import { randomUUID } from 'node:crypto';
import { HttpError } from '../problem.js';
import { inTransaction } from './in-transaction.js';
import { isForeignKey, translateViolations } from './violations.js';

const COLUMNS = 'id, tool_id, member_id, lent_at, due_at, returned_at';
const LISTED = COLUMNS.split(', ').map((column) => `loans.${column}`).join(', ');
const INCLUDED = {
  tool: { join: 'JOIN tools ON tools.id = loans.tool_id', columns: 'tools.id AS tool__id, tools.name AS tool__name' },
  member: {
    join: 'JOIN members ON members.id = loans.member_id',
    columns: 'members.id AS member__id, members.name AS member__name',
  },
};
const DAY_MS = 86_400_000;

function toLoan(row) {
  return {
    id: row.id, toolId: row.tool_id, memberId: row.member_id,
    lentAt: row.lent_at, dueAt: row.due_at, returnedAt: row.returned_at,
  };
}

// The query of a list: all loans in the order of creation, or those that are overdue, the oldest first.
export function buildLoanList({ overdue = false, include, limit, time }) {
  const columns = [LISTED, ...include.map((name) => INCLUDED[name].columns)].join(', ');
  const joins = include.map((name) => INCLUDED[name].join).join(' ');
  const [where, order] = overdue
    ? ['WHERE loans.returned_at IS NULL AND loans.due_at < ?', 'loans.due_at, loans.seq']
    : ['', 'loans.seq'];
  return {
    sql: `SELECT ${columns} FROM loans ${joins} ${where} ORDER BY ${order} LIMIT ?`,
    values: overdue ? [time, limit] : [limit],
  };
}

const nest = (row, name) => ({ [name]: { id: row[`${name}__id`], name: row[`${name}__name`] } });

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

  const select = (id) => db.prepare(`SELECT ${COLUMNS} FROM loans WHERE id = ?`).get(id);

  function takeCopy(loan) {
    const { changes } = db.prepare(`
      UPDATE copies SET loan_id = ?
      WHERE serial_number = (SELECT serial_number FROM copies WHERE tool_id = ? AND loan_id IS NULL LIMIT 1)
        AND loan_id IS NULL`).run(loan.id, loan.tool_id);
    if (changes === 0) throw new HttpError(409, 'No copy of this tool is free');
  }

  return {
    // `afterLoan` is called between the two statements; it is there to fail.
    async add(input, afterLoan = () => {}) {
      try {
        return inTransaction(db, () => {
          const loan = insert(input);
          afterLoan();
          takeCopy(loan);
          return toLoan(loan);
        });
      } catch (error) {
        if (isForeignKey(error)) throw explainMissing(input);
        return translateViolations(() => { throw error; });
      }
    },
    async get(id) {
      const row = select(id);
      return row && toLoan(row);
    },
    async list(query) {
      const { include } = query;
      const { sql, values } = buildLoanList({ ...query, time: new Date(now()).toISOString() });
      const rows = db.prepare(sql).all(...values);
      return rows.map((row) => Object.assign(toLoan(row), ...include.map((name) => nest(row, name))));
    },
    // The loan after its return; a second call changes nothing.
    async giveBack(id) {
      return inTransaction(db, () => {
        const sql = 'UPDATE loans SET returned_at = coalesce(returned_at, ?) WHERE id = ?';
        db.prepare(sql).run(new Date(now()).toISOString(), id);
        db.prepare('UPDATE copies SET loan_id = NULL WHERE loan_id = ?').run(id);
        const row = select(id);
        return row && toLoan(row);
      });
    },
  };
}
