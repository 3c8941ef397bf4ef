const file = 'src/tool-store.js';

export default [
  { wrong: 'the store keeps what it has read', caught: [2], file, find: 'all: () => selectAll.all().map(toRow)', put: 'all: () => (kept ??= selectAll.all().map(toRow))', also: [[file, '  const time = ()', '  let kept;\n  const time = ()'], [file, '    add: (input) => write(', '    add: (input) => (kept = undefined, write('], [file, '{ id: randomUUID(), ...input }),', '{ id: randomUUID(), ...input })),']] },
  { wrong: 'the table is made anew at each start', caught: [1, 2], file, find: 'db.exec(SCHEMA);', put: "db.exec('DROP TABLE IF EXISTS tools');\n  db.exec(SCHEMA);" },
  { wrong: 'the version is not kept', caught: [1], file, find: 'return { number: seq, version, tool', put: 'versions ??= Date.now();\n  return { number: seq, version: version + versions, tool', also: [[file, 'const differs', 'let versions;\nconst differs']] },
  { wrong: 'the first process keeps the right to write', caught: [2], file, find: 'db.exec(SCHEMA);', put: "db.exec(SCHEMA);\n  db.exec('PRAGMA locking_mode = EXCLUSIVE');" },
  { wrong: 'the list has no order', caught: [3], file, find: 'FROM tools ORDER BY seq`', put: 'FROM tools ORDER BY name`', also: [['src/tool-query.js', 'return a.number - b.number;', 'return 0;']] },
  { wrong: 'an update is a new row', caught: [3], file, find: 'UPDATE tools SET name', put: 'UPDATE tools SET seq = (SELECT max(seq) + 1 FROM tools), name' },
  { wrong: 'numbers are given out again', caught: [4], file, find: 'INTEGER PRIMARY KEY AUTOINCREMENT', put: 'INTEGER PRIMARY KEY' },
  { wrong: 'available is a number in the answer', caught: [1, 5], file, find: 'available: available === 1', put: 'available', also: [['src/tools-router.js', "res.set('ETag', tagOf(row)).json(row.tool)", "res.set('ETag', `\"${row.version}-${performance.timeOrigin}\"`).json(row.tool)"]] },
];
