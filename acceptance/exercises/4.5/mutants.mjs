const loans = 'src/db/loan-repository.js';
const router = 'src/loans-router.js';
const copies = 'src/db/copy-repository.js';
const schema = 'src/loan-schema.js';

export default [
  { wrong: 'a foreign loan can be read', caught: [1], file: loans, find: "const row = await db('loans').first(COLUMNS).where({ id, ...owner });", put: "const row = await db('loans').first(COLUMNS).where({ id });" },
  { wrong: 'a foreign loan can be returned', caught: [1], file: loans, find: "trx('loans').where({ id, ...owner }).whereNull", put: "trx('loans').where({ id }).whereNull" },
  { wrong: 'the copy of a foreign loan can be returned', caught: [1], file: loans, find: 'if (row) await', put: 'await' },
  { wrong: 'a foreign loan is forbidden', caught: [1], file: router, find: "new HttpError(404, `There is no loan ${req.params.id}`)", put: "new HttpError(403, `${req.params.id} is not yours`)" },
  { wrong: 'a foreign loan has a text of its own', caught: [1], file: router, find: '`There is no loan ${req.params.id}`)', put: "req.params.id.startsWith('0000') ? 'There is no such loan' : 'This loan is not yours')" },
  { wrong: 'the list holds the loans of all', caught: [2], file: loans, find: 'select(total).modify(filter, owner, ', put: 'select(total).modify(filter, {}, ' },
  { wrong: 'total counts the loans of all', caught: [2, 3], file: loans, find: "count('*').modify(filter, owner, ", put: "count('*').modify(filter, {}, " },
  { wrong: 'total is the length of the page', caught: [2], file: loans, find: 'Number(rows[0]?.total ?? 0)', put: 'items.length' },
  { wrong: 'total counts what is not overdue, too', caught: [3], file: loans, find: "count('*').modify(filter, owner, { overdue, time })", put: "count('*').modify(filter, owner, {})" },
  { wrong: 'the total takes a statement of its own', caught: [3], file: loans, find: 'total: Number(rows[0]?.total ?? 0), statements', put: "total: rows.length, statements: statements + 1" },
  { wrong: 'the overdue list holds those of all', caught: [3], file: loans, find: '  query.where(owner);\n', put: '  if (!overdue) query.where(owner);\n' },
  { wrong: 'the member of the body is ignored', caught: [4], file: schema, find: 'LoanInput = z.strictObject(', put: 'LoanInput = z.object(' },
  { wrong: 'the member of the body borrows', caught: [4], file: schema, find: '  toolId: text(),\n', put: '  toolId: text(),\n  memberId: text().optional(),\n', also: [[router, 'await loansOf(req.user.id).add(', 'await loansOf(req.body?.memberId ?? req.user.id).add(']] },
  { wrong: 'a copy names the loan that has it', caught: [5], file: copies, find: 'lent: row.loan_id !== null', put: 'loanId: row.loan_id' },
  { wrong: 'the conflict names the borrower', caught: [5], file: loans, find: "if (taken === 0) throw new HttpError(409, 'No copy of this tool is free');", put: "if (taken === 0) throw new HttpError(409, `${(await trx('loans').join('members', 'members.id', 'loans.member_id').first('members.name').where({ tool_id: loan.tool_id })).name} has the last copy`);" },
];
