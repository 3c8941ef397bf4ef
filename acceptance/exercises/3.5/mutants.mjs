const repository = 'src/db/tool-repository.js';
const router = 'src/tools-router.js';

export default [
  { wrong: 'every sort ascends', caught: [1], file: repository, find: "${column} ${sign === 1 ? 'ASC' : 'DESC'}", put: '${column} ASC' },
  { wrong: 'a statement in the router', caught: [2], file: router, find: 'const unknown', put: "export const ALL = 'SELECT id FROM tools';\n\nconst unknown" },
  { wrong: 'the version is checked in JavaScript, between two awaits', caught: [3], file: repository, find: 'WHERE id = ? AND version = ? RETURNING', put: 'WHERE id = ? AND ? > 0 RETURNING', also: [[repository, "      const { name, price, available, shelf, note } = { ...row.tool, ...members };", "      await new Promise((resolve) => setTimeout(resolve, 500));\n      const { name, price, available, shelf, note } = { ...row.tool, ...members };"]] },
  { wrong: 'a lost race is 200', caught: [3], file: router, find: '      if (!row) await explainMiss(req);\n      send(res, row);', put: '      send(res, row ?? await find(req));' },
  { wrong: 'a lost race is 404', caught: [3], file: router, find: '      if (!row) await explainMiss(req);', put: '      if (!row) throw unknown(req.params.id);' },
  { wrong: 'the key is made at each start', caught: [4], file: 'src/server.js', find: 'debugRoutes, db, cursorKey }', put: "debugRoutes, db, cursorKey: `${cursorKey}${process.pid}` }" },
  { wrong: 'the key is always the same', caught: [4], file: 'src/server.js', find: 'debugRoutes, db, cursorKey }', put: "debugRoutes, db, cursorKey: cursorKey && 'secret' }" },
  { wrong: 'a short key is accepted', caught: [4], file: 'src/config.js', find: "'CURSOR_KEY', { min: 32 }", put: "'CURSOR_KEY'" },
  { wrong: 'the place has to be passed in all keys at once', caught: [5], file: repository, find: "join(' OR ')", put: "join(' AND ')" },
  { wrong: 'the place looks at the first key only', caught: [5], file: repository, find: 'const alternatives = keys.map(', put: 'const alternatives = keys.slice(0, 1).map(', also: [[repository, 'const values = keys.flatMap(', 'const values = keys.slice(0, 1).flatMap(']] },
  { wrong: 'seq is not in the place', caught: [5], file: repository, find: "[key, key === 'seq' ? seq : tool[key]]", put: "[key, key === 'seq' ? 0 : tool[key]]" },
  { wrong: 'a descending key is followed upwards', caught: [5], file: repository, find: "`${column} ${sign === 1 ? '>' : '<'} ?`", put: '`${column} > ?`' },
];
