const store = 'src/tool-store.js';
const schema = 'src/tool-schema.js';

export default [
  { wrong: 'the search text is glued into the statement', caught: [1], file: store, find: "all: ({ q = '' } = {}) => selectAll.all(`%${escapeLike(q)}%`).map(toRow)", put: "all: ({ q = '' } = {}) => db.prepare(`SELECT ${COLUMNS} FROM tools WHERE name LIKE '%${escapeLike(q)}%' ESCAPE '!' ORDER BY seq`).all().map(toRow)" },
  { wrong: 'quotes are doubled before they are bound', caught: [1], file: store, find: 'const values = { id, name, price', put: "const values = { id, name: name.replaceAll(\"'\", \"''\"), price" },
  { wrong: 'the wildcards are not escaped', caught: [2], file: store, find: '%${escapeLike(q)}%', put: '%${q}%' },
  { wrong: 'the escape character is not escaped', caught: [1, 2], file: 'src/escape-like.js', find: '[!%_]', put: '[%_]' },
  { wrong: 'the underscore is forgotten', caught: [2], file: 'src/escape-like.js', find: '[!%_]', put: '[!%]' },
  { wrong: 'the case matters', caught: [2], file: store, find: "WHERE name LIKE ? ESCAPE '!'", put: "WHERE instr('%' || name || '%', replace(replace(?, '!', ''), '%', '')) > 0 OR name LIKE '!' AND ?1 = '%!!%'" },
  { wrong: 'the id is glued into the statement', caught: [3], file: store, find: 'const row = select.get(id);', put: "const row = db.prepare(`SELECT ${COLUMNS} FROM tools WHERE id = '${id}'`).get();" },
  { wrong: 'NUL is stored', caught: [4], file: schema, find: " && !text.includes('\\0')", put: '' },
  { wrong: 'half a surrogate pair is stored', caught: [4], file: schema, find: 'text.isWellFormed() && ', put: '' },
  { wrong: 'only the name is checked', caught: [4], file: schema, find: 'note: text()', put: 'note: z.string()' },
];
