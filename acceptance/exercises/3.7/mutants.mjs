const loans = 'src/db/loan-repository.js';
const transaction = 'src/db/in-transaction.js';
const taken = "    if (changes === 0) throw new HttpError(409, 'No copy of this tool is free');\n";

export default [
  { wrong: 'the 409 is thrown after COMMIT, and the loan stays', caught: [1, 3], file: loans, find: `${taken}`, put: '    loan.isTaken = changes > 0;\n', also: [[loans, '        return inTransaction(db, () => {\n          const loan = insert(input);', '        const loan = inTransaction(db, () => {\n          const loan = insert(input);'], [loans, '          return toLoan(loan);\n        });\n', "          return loan;\n        });\n        if (!loan.isTaken) throw new HttpError(409, 'No copy of this tool is free');\n        return toLoan(loan);\n"]] },
  { wrong: 'the copy is not taken', caught: [1, 3], file: loans, find: '          takeCopy(loan);\n', put: '' },
  { wrong: 'the copy is not freed', caught: [1, 3], file: loans, find: "        db.prepare('UPDATE copies SET loan_id = NULL WHERE loan_id = ?').run(id);\n", put: '' },
  { wrong: 'no transaction', caught: [2], file: transaction, find: "  db.exec('BEGIN IMMEDIATE');\n", put: '  if (db) return work();\n' },
  { wrong: 'an error commits', caught: [2], file: transaction, find: "db.exec('ROLLBACK');", put: "db.exec('COMMIT');" },
  { wrong: 'an error leaves the transaction open', caught: [2], file: transaction, find: "    db.exec('ROLLBACK');\n", put: '' },
  { wrong: 'the debug header works for everybody', caught: [2], file: 'src/loans-router.js', find: 'if (debugRoutes && req', put: 'if (req' },
  { wrong: 'reading first, after a plain BEGIN', caught: [3], file: transaction, find: "db.exec('BEGIN IMMEDIATE');", put: "db.exec('BEGIN');\n  db.prepare('SELECT count(*) FROM copies').get();\n  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);" },
  { wrong: 'the free copy is looked for before the transaction', caught: [3], file: loans, find: '        return inTransaction(db, () => {\n          const loan = insert(input);', put: "        const free = db.prepare('SELECT serial_number AS n FROM copies WHERE tool_id = ? AND loan_id IS NULL').get(input.toolId);\n        await new Promise((resolve) => setTimeout(resolve, 500));\n        return inTransaction(db, () => {\n          const loan = insert(input);", also: [[loans, '          takeCopy(loan);\n', "          if (!free) throw new HttpError(409, 'No copy of this tool is free');\n          db.prepare('UPDATE copies SET loan_id = ? WHERE serial_number = ?').run(loan.id, free.n);\n"]] },
  { wrong: 'the second return moves the time', caught: [4], file: loans, find: 'coalesce(returned_at, ?)', put: '?' },
  { wrong: 'the return is only answered', caught: [4], file: loans, find: "        db.prepare(sql).run(new Date(now()).toISOString(), id);\n", put: '', also: [[loans, '        const row = select(id);\n        return row && toLoan(row);\n      });', "        const row = select(id);\n        return row && toLoan({ ...row, returned_at: new Date(now()).toISOString() });\n      });"]] },
];
