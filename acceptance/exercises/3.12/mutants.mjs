const models = 'orm/models.js';
const overdue = 'orm/overdue.js';

export default [
  { wrong: 'no order', caught: [1], file: overdue, find: "  order: ['dueAt', 'seq'],\n", put: "  order: ['id'],\n" },
  { wrong: 'returned loans are overdue, too', caught: [1], file: overdue, find: 'returnedAt: null, ', put: '' },
  { wrong: 'tool and member are exchanged', caught: [1], file: overdue, find: 'toLine(loan, loan.tool, loan.member)', put: 'toLine(loan, loan.member, loan.tool)' },
  { wrong: 'include asks for each tool again', caught: [2], file: overdue, find: 'return loans.map((loan) => toLine(loan, loan.tool, loan.member));', put: 'return Promise.all(loans.map(async (loan) => toLine(loan, await loan.getTool(), loan.member)));' },
  { wrong: 'the loop uses what include loaded', caught: [2], file: overdue, find: 'for (const loan of await Loan.findAll(overdue())) lines.push(toLine(loan, await loan.getTool(), await loan.getMember()));', put: "for (const loan of await Loan.findAll({ ...overdue(), include: ['tool', 'member'] })) lines.push(toLine(loan, loan.tool, loan.member));" },
  { wrong: 'deleting a tool forgets what was lent', caught: [3], file: models, find: "{ name: foreignKey, ...required() }, targetKey: 'id', onDelete: 'RESTRICT' }", put: "{ name: foreignKey }, targetKey: 'id' }" },
  { wrong: 'deleting a tool deletes its loans', caught: [3], file: models, find: "onDelete: 'RESTRICT'", put: "onDelete: 'CASCADE'" },
  { wrong: 'sync builds its tables in DB_FILE', caught: [3], file: overdue, find: '  for (const line of await ways', put: "  await models.sequelize.query('CREATE TABLE IF NOT EXISTS seen (id TEXT)');\n  for (const line of await ways" },
  { wrong: 'the package of the experiment is one of the program', caught: [4], file: 'package.json', find: '"devDependencies": {\n    "sequelize": "^6.37.0"\n  }', put: '"optionalDependencies": {}', also: [['package.json', '"knex"', '"sequelize": "^6.37.0",\n    "knex"']] },
  { wrong: 'the program knows the ORM', caught: [4], file: 'src/db/version.js', find: 'export async', put: '// One day with sequelize.\nexport async' },
  { wrong: 'any other word is loop', caught: [5], file: overdue, find: "process.argv[2] ?? ''", put: "process.argv[2] === 'include' ? 'include' : 'loop'" },
  { wrong: 'the exit code is 1', caught: [5], file: overdue, find: 'process.exitCode = 2', put: 'process.exitCode = 1' },
];
