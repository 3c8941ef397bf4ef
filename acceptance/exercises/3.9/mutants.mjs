const loans = 'src/db/loan-repository.js';
const migration = 'src/db/migrations/0003_index_open_loans.js';

export default [
  { wrong: 'an index on the due time alone, for all loans', caught: [1], file: migration, find: '(due_at, seq) WHERE returned_at IS NULL', put: '(seq, due_at)' },
  { wrong: 'the condition is written in another way', caught: [1, 4], file: loans, find: 'loans.returned_at IS NULL', put: 'ifnull(loans.returned_at, 0) = 0' },
  { wrong: 'a function around the column', caught: [1], file: loans, find: 'loans.due_at < ?', put: 'substr(loans.due_at, 1, 24) < ?' },
  { wrong: 'the index sorts the other way', caught: [1], file: migration, find: '(due_at, seq)', put: '(due_at, tool_id)' },
  { wrong: 'down leaves the index', caught: [2], file: migration, find: "db.exec('DROP INDEX loans_open_due');", put: "db.exec('SELECT 1');" },
  { wrong: 'the explained query is a copy that forces the index', caught: [2], file: 'src/db/explain.js', find: '.map(({ detail }) => detail)', put: ".map(({ detail }) => detail.replace('SCAN', 'SEARCH'))" },
  { wrong: 'returned loans are overdue, too', caught: [3, 6], file: loans, find: 'loans.returned_at IS NULL AND ', put: '' },
  { wrong: 'open loans that are not due', caught: [3], file: loans, find: 'loans.due_at < ?', put: "loans.due_at > ?", also: [['src/db/seed.js', 'Date.UTC(2024, 0, 1)', 'Date.UTC(2026, 0, 1)']] },
  { wrong: 'the newest first', caught: [3], file: loans, find: "'loans.due_at, loans.seq'", put: "'loans.due_at DESC, loans.seq'" },
  { wrong: 'the order of creation', caught: [3], file: loans, find: "'loans.due_at, loans.seq'", put: "'loans.seq'" },
  { wrong: 'tools are joined by their name', caught: [4], file: loans, find: 'ON tools.id = loans.tool_id', put: 'ON +tools.id = loans.tool_id' },
  { wrong: 'a transaction for each loan, on a slow disk', caught: [5], file: 'src/db/seed.js', find: '  inTransaction(db, () => {\n    addTools(db);\n    addMembers(db);\n    addLoans(db, count);\n  });', put: '  inTransaction(db, () => addTools(db));\n  addMembers(db);\n  for (let n = 1; n <= count; n += 1) inTransaction(db, () => addLoans(db, count, n));', also: [['src/db/seed.js', 'function addLoans(db, count) {', 'function addLoans(db, count, n) {\n  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);'], ['src/db/seed.js', '  for (let n = 1; n <= count; n += 1) {\n    const due', '  {\n    const due']] },
  { wrong: 'every tenth loan is open', caught: [5], file: 'src/db/seed.js', find: 'n % 20 === 0', put: 'n % 10 === 0' },
  { wrong: 'any argument is a number', caught: [5], file: 'src/seed.js', find: "!/^[1-9]\\d{0,6}$/.test(count)", put: 'count === undefined' },
  { wrong: 'the return is not seen by the list', caught: [6], file: loans, find: 'returned_at = coalesce(returned_at, ?) WHERE id = ?', put: 'due_at = coalesce(due_at, ?) WHERE id = ?' },
];
