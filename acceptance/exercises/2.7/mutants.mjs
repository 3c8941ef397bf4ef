const query = 'src/tool-query.js';
const store = 'src/tool-store.js';
const router = 'src/tools-router.js';

export default [
  { wrong: 'only the first key counts', caught: [1], file: query, find: 'for (const { key, sign } of rules) {', put: 'for (const { key, sign } of rules.slice(0, 1)) {' },
  { wrong: 'the minus is ignored', caught: [1, 2], file: query, find: "text.startsWith('-') ? -1 : 1", put: '1' },
  { wrong: 'prices are compared as texts', caught: [1, 2], file: query, find: 'if (a.tool[key] < b.tool[key]) return -sign;\n      if (a.tool[key] > b.tool[key]) return sign;', put: 'if (String(a.tool[key]) < String(b.tool[key])) return -sign;\n      if (String(a.tool[key]) > String(b.tool[key])) return sign;' },
  { wrong: 'ascending and then turned around', caught: [2], file: query, find: 'return a.number - b.number;', put: 'return (b.number - a.number) * (rules[0]?.sign === -1 ? 1 : -1);' },
  { wrong: 'equal prices by name', caught: [2], file: query, find: 'return a.number - b.number;', put: 'return a.tool.name < b.tool.name ? -1 : 1;' },
  { wrong: 'the order of the store changes when somebody looks at it', caught: [3], file: router, find: 'filterRows(store.all(), query).toSorted(compareRows(query.sort));', put: 'filterRows(query.sort ? store.all().sort(compareRows(query.sort)) : store.all(), query);', also: [[store, 'all: () => [...rows.values()]', 'all: () => (sorted ??= [...rows.values()])'], [store, '  let lastNumber = 0;', '  let lastNumber = 0;\n  let sorted;'], [store, '      rows.set(tool.id, { number: lastNumber, tool });', '      rows.set(tool.id, { number: lastNumber, tool });\n      sorted = undefined;']] },
  { wrong: 'with sort the filter is forgotten', caught: [3], file: router, find: 'filterRows(store.all(), query)', put: '(query.sort ? store.all() : filterRows(store.all(), query))' },
  { wrong: 'clients may sort by anything', caught: [4], file: query, find: "\n  .refine((rules) => rules.every(({ key }) => SORT_KEYS.includes(key)), 'Sort by name, price or createdAt')", put: '' },
  { wrong: 'the keys are looked up in an object', caught: [4], file: query, find: 'SORT_KEYS.includes(key)', put: 'key in { name: 1, price: 1, createdAt: 1 }' },
  { wrong: 'an empty key is skipped', caught: [4], file: query, find: "text.split(',').map(readRule)", put: "text.split(',').filter(Boolean).map(readRule)" },
  { wrong: 'a key may appear twice', caught: [4], file: query, find: "\n  .refine((rules) => new Set(rules.map(({ key }) => key)).size === rules.length, 'Name each key once')", put: '' },
  { wrong: 'the number of creation is sent', caught: [5], file: router, find: 'rows.map(({ tool }) => tool)', put: 'rows.map(({ number, tool }) => ({ number, ...tool }))' },
  { wrong: 'the number of creation is a member of the tool', caught: [5], file: store, find: 'const tool = { id: randomUUID(), ...input,', put: 'const tool = { id: randomUUID(), number: lastNumber, ...input,' },
];
