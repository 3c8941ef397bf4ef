import { randomUUID } from 'node:crypto';
import { HttpError } from '../problem.js';
import { isForeignKey, translateViolation } from './violations.js';

const COLUMNS = ['id', 'tool_id', 'member_id', 'lent_at', 'due_at', 'returned_at'];
const LISTED = COLUMNS.map((column) => `loans.${column}`);
const DAY_MS = 86_400_000;

function toLoan(row) {
  return {
    id: row.id, toolId: row.tool_id, memberId: row.member_id,
    lentAt: row.lent_at, dueAt: row.due_at, returnedAt: row.returned_at,
  };
}

const INCLUDED = { tool: 'tools', member: 'members' };

function join(query, name) {
  const table = INCLUDED[name];
  query.join(table, `${table}.id`, `loans.${name}_id`)
    .select({ [`${name}__id`]: `${table}.id`, [`${name}__name`]: `${table}.name` });
}

const nest = (row, name) => ({ [name]: { id: row[`${name}__id`], name: row[`${name}__name`] } });

function filter(query, owner, { overdue, time }) {
  query.where(owner);
  if (overdue) query.whereNull('loans.returned_at').where('loans.due_at', '<', time);
}

// The query of a list: loans in the order of creation, or those that are overdue, the oldest first.
// Each row has the `total` of all that pass the filter.
export function buildLoanList(db, owner, { overdue = false, include, limit, time }) {
  const total = db('loans').count('*').modify(filter, owner, { overdue, time }).as('total');
  const query = db('loans').select(LISTED).select(total).modify(filter, owner, { overdue, time }).limit(limit);
  for (const name of include) join(query, name);
  if (overdue) query.orderBy('loans.due_at');
  return query.orderBy('loans.seq');
}

export function createLoanRepository({ db, now = Date.now }) {
  async function insert(trx, memberId, { toolId, dueAt }) {
    const time = now();
    const row = {
      id: randomUUID(), tool_id: toolId, member_id: memberId, lent_at: new Date(time).toISOString(),
      due_at: dueAt ?? new Date(time + 14 * DAY_MS).toISOString(), returned_at: null,
    };
    await trx('loans').insert(row);
    return row;
  }

  async function takeCopy(trx, loan) {
    const free = trx('copies').select('serial_number').where({ tool_id: loan.tool_id }).whereNull('loan_id').limit(1);
    const taken = await trx('copies').update({ loan_id: loan.id }).where('serial_number', free).whereNull('loan_id');
    if (taken === 0) throw new HttpError(409, 'No copy of this tool is free');
  }

  // SQLite does not say which of the two is missing.
  async function explainMissing(memberId, { toolId }) {
    const isMissing = async (table, id) => !await db(table).first('id').where({ id });
    const paths = [await isMissing('tools', toolId) && 'toolId', await isMissing('members', memberId) && 'memberId'];
    const errors = paths.filter(Boolean).map((path) => ({ path, message: 'There is none with this id' }));
    return new HttpError(422, 'Tool or member is unknown', errors);
  }

  // The loans of one member: each statement has the owner in its WHERE.
  function loansOf(memberId) {
    const owner = { 'loans.member_id': memberId };

    return {
      // The first statement writes, so that it waits for its turn. `afterLoan` is there to fail.
      async add(input, afterLoan = () => {}) {
        try {
          return await db.transaction(async (trx) => {
            const loan = await insert(trx, memberId, input);
            afterLoan();
            await takeCopy(trx, loan);
            return toLoan(loan);
          });
        } catch (error) {
          throw isForeignKey(error) ? await explainMissing(memberId, input) : translateViolation(error);
        }
      },

      async get(id) {
        const row = await db('loans').first(COLUMNS).where({ id, ...owner });
        return row && toLoan(row);
      },

      // { items, total, statements }: the loans, and how many statements it took.
      async list(query) {
        const { include } = query;
        let statements = 0;
        const rows = await buildLoanList(db, owner, { ...query, time: new Date(now()).toISOString() })
          .on('query', () => { statements += 1; });
        const items = rows.map((row) => Object.assign(toLoan(row), ...include.map((name) => nest(row, name))));
        return { items, total: Number(rows[0]?.total ?? 0), statements };
      },

      // The loan after its return; a second call changes nothing.
      async giveBack(id) {
        return db.transaction(async (trx) => {
          const returned = { returned_at: new Date(now()).toISOString() };
          await trx('loans').where({ id, ...owner }).whereNull('returned_at').update(returned);
          const row = await trx('loans').first(COLUMNS).where({ id, ...owner });
          if (row) await trx('copies').where({ loan_id: id }).update({ loan_id: null });
          return row && toLoan(row);
        });
      },
    };
  }

  return { loansOf };
}
