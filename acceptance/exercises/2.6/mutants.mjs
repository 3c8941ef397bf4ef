const file = 'src/tool-query.js';

export default [
  { wrong: 'the case matters', caught: [1], file, find: 'tool.name.toLowerCase().includes(q.toLowerCase())', put: 'tool.name.includes(q)' },
  { wrong: 'only the search text is turned to lower case', caught: [1], file, find: 'tool.name.toLowerCase()', put: 'tool.name' },
  { wrong: 'false is not asked', caught: [1], file, find: 'available === undefined || tool.available === available', put: '!available || tool.available' },
  { wrong: 'one filter is enough', caught: [1], file, find: '    .filter((tool) => q === undefined ||', put: '    .filter((tool) => q === undefined || tool.available ||' },
  { wrong: 'the maximum is excluded', caught: [2], file, find: 'tool.price <= maxPrice', put: 'tool.price < maxPrice' },
  { wrong: 'the search text is a regular expression', caught: [2], file, find: 'tool.name.toLowerCase().includes(q.toLowerCase())', put: "new RegExp(q, 'i').test(tool.name)" },
  { wrong: 'nothing found is 404', caught: [2], file: 'src/tools-router.js', find: '      res.json({ items: filterTools(store.all(), query) });', put: "      const items = filterTools(store.all(), query);\n      if (items.length === 0) throw new HttpError(404, 'No tool was found');\n      res.json({ items });" },
  { wrong: 'unknown parameters are ignored', caught: [3], file, find: 'z.strictObject', put: 'z.object' },
  { wrong: 'every text is a boolean', caught: [3, 4], file, find: "z.enum(['true', 'false']).transform((text) => text === 'true')", put: 'z.coerce.boolean()' },
  { wrong: 'whatever Number understands is a price', caught: [3], file, find: 'z.string().regex(/^\\d{1,9}$/).transform(Number)', put: 'z.coerce.number()' },
  { wrong: 'an empty search text finds everything', caught: [3], file, find: 'z.string().min(1).max(80)', put: 'z.string().max(80)' },
  { wrong: 'the last of two values counts', caught: [3], file: 'src/tools-router.js', find: 'check(ToolQuery, req.query, 400)', put: 'check(ToolQuery, Object.fromEntries(Object.entries(req.query).map(([key, value]) => [key, [value].flat().at(-1)])), 400)' },
  { wrong: '422 for a query', caught: [3, 4], file: 'src/tools-router.js', find: 'req.query, 400)', put: 'req.query)' },
  { wrong: 'only the first mistake is told', caught: [4], file: 'src/check.js', find: 'result.error.issues.flatMap', put: 'result.error.issues.slice(0, 1).flatMap' },
  { wrong: 'a price in the query is a mistake of its own', caught: [4], file: 'src/check.js', find: '[{ path: path.join(\'.\'), message }]', put: '[{ path: path.join(\'.\'), message }, { path: \'\', message }]' },
];
