const migration = 'src/db/migrations/0002_members_copies_loans.js';
const violations = 'src/db/violations.js';
const loans = 'src/db/loan-repository.js';

export default [
  { wrong: 'a violation is a bug of the server', caught: [1], file: violations, find: "    if (UNIQUE.includes(error.errcode)) throw new HttpError(409, 'There is already one with this key');\n", put: '' },
  { wrong: 'serial numbers are unique for each tool only', caught: [1], file: migration, find: 'serial_number TEXT PRIMARY KEY,', put: 'serial_number TEXT NOT NULL,', also: [[migration, 'loan_id       TEXT UNIQUE REFERENCES loans (id)\n', 'loan_id       TEXT UNIQUE REFERENCES loans (id),\n      UNIQUE (tool_id, serial_number)\n']] },
  { wrong: 'only the first missing id is told', caught: [2], file: loans, find: 'const errors = paths.filter(Boolean)', put: 'const errors = paths.filter(Boolean).slice(0, 1)' },
  { wrong: 'a missing id has no path', caught: [2], file: loans, find: '        if (isForeignKey(error)) throw explainMissing(input);\n', put: '' },
  { wrong: 'copies of an unknown tool are 422', caught: [2], file: 'src/tools-router.js', find: '    .post(parseJson, async (req, res) => {\n      await find(req);\n      res.status(201)', put: '    .post(parseJson, async (req, res) => {\n      res.status(201)' },
  { wrong: 'the serial number is checked in the API only', caught: [3], file: migration, find: 'serial_number TEXT PRIMARY KEY,', put: 'serial_number TEXT NOT NULL,' },
  { wrong: 'a loan refers to a tool in words only', caught: [3, 5], file: migration, find: 'tool_id     TEXT NOT NULL REFERENCES tools (id)', put: 'tool_id     TEXT NOT NULL' },
  { wrong: 'the price is checked in the API only', caught: [3], file: migration, find: "rebuildTools(db, 'CHECK (price >= 0)');", put: "rebuildTools(db, '');" },
  { wrong: 'a loan may end when it begins', caught: [3], file: migration, find: 'CHECK (due_at > lent_at)', put: 'CHECK (due_at >= lent_at)' },
  { wrong: 'any time will do', caught: [4], file: 'src/loan-schema.js', find: "\n    .refine((time) => Date.parse(time) > Date.now(), 'Must be in the future')", put: '' },
  { wrong: 'deleting a tool deletes its history', caught: [5], file: migration, find: 'tool_id     TEXT NOT NULL REFERENCES tools (id)', put: 'tool_id     TEXT NOT NULL REFERENCES tools (id) ON DELETE CASCADE' },
  { wrong: 'a tool that is needed is 422', caught: [5], file: 'src/db/tool-repository.js', find: 'new HttpError(409,', put: 'new HttpError(422,' },
  { wrong: 'copies do not count', caught: [5], file: migration, find: 'tool_id       TEXT NOT NULL REFERENCES tools (id)', put: 'tool_id       TEXT NOT NULL REFERENCES tools (id) ON DELETE CASCADE' },
];
