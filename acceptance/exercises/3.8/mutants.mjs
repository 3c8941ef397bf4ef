const loans = 'src/db/loan-repository.js';
const query = 'src/loan-query.js';

export default [
  { wrong: 'a query for each tool and member', caught: [2], file: loans, find: 'return rows.map((row) => Object.assign(toLoan(row), ...include.map((name) => nest(row, name))));', put: "const one = { tool: 'SELECT id, name FROM tools WHERE id = ?', member: 'SELECT id, name FROM members WHERE id = ?' };\n      return rows.map((row) => Object.assign(toLoan(row), ...include.map((name) => ({ [name]: { ...db.prepare(one[name]).get(row[`${name}_id`]) } }))));" },
  { wrong: 'all statements since the start are counted', caught: [2], file: 'src/loans-router.js', find: 'countStatements() - before', put: 'countStatements()' },
  { wrong: 'the number is always 1', caught: [2], file: 'src/loans-router.js', find: "String(countStatements() - before)", put: "'1'", also: [[loans, 'const columns = [LISTED', 'return []; const columns = [LISTED']] },
  { wrong: 'everything is always included', caught: [3], file: loans, find: 'async list({ include, limit }) {', put: "async list({ limit }) {\n      const include = ['tool', 'member'];" },
  { wrong: 'toolId and memberId give way to the objects', caught: [1, 5], file: loans, find: '({ [name]: { id', put: '({ [`${name}Id`]: undefined, [name]: { id' },
  { wrong: 'the name of the tool is that of the member', caught: [1], file: loans, find: 'tools.name AS tool__name', put: 'tools.name AS member__name', also: [[loans, 'members.name AS member__name', 'members.name AS tool__name']] },
  { wrong: 'the tables are joined by name', caught: [5], file: loans, find: 'ON tools.id = loans.tool_id', put: 'ON tools.name = (SELECT name FROM tools AS other WHERE other.id = loans.tool_id)' },
  { wrong: 'the id is that of the last table', caught: [1, 5], file: loans, find: 'tools.id AS tool__id', put: 'loans.id AS tool__id' },
  { wrong: 'any name may be included', caught: [4], file: query, find: "\n  .refine((names) => names.every((name) => INCLUDES.includes(name)), 'Include tool, member or both')", put: '', also: [[loans, 'async list({ include, limit }) {', 'async list({ include: asked, limit }) {\n      const include = asked.filter((name) => name in INCLUDED);']] },
  { wrong: 'a name may appear twice', caught: [4], file: query, find: "\n  .refine((names) => new Set(names).size === names.length, 'Name each only once')", put: '' },
  { wrong: 'the limit has no maximum', caught: [4], file: query, find: 'limit <= 500', put: 'limit <= 999' },
  { wrong: 'there is no limit by default', caught: [2], file: query, find: '.default(100)', put: '.default(500)' },
];
