const store = 'src/tool-store.js';
const router = 'src/tools-router.js';

export default [
  { wrong: 'the id counts', caught: [1], file: store, find: 'id: randomUUID()', put: 'id: String(tools.size + 1)' },
  { wrong: 'available has no default', caught: [1], file: store, find: '{ available: true, shelf: null, note: null }', put: '{ shelf: null, note: null }' },
  { wrong: 'two looks at the clock', caught: [1], file: store, find: 'updatedAt: time', put: 'updatedAt: new Date(now() + 1).toISOString()' },
  { wrong: '200 instead of 201', caught: [1], file: router, find: 'res.status(201)', put: 'res.status(200)' },
  { wrong: 'no Location', caught: [2], file: router, find: '.location(`/tools/${tool.id}`)', put: '' },
  { wrong: 'the Location is that of the list', caught: [2], file: router, find: '.location(`/tools/${tool.id}`)', put: ".location('/tools')" },
  { wrong: 'the defaults win over what was sent', caught: [2], file: store, find: '...defaults, ...input', put: '...input, ...defaults' },
  { wrong: 'equal tools are one', caught: [3], file: store, find: '      tools.set(tool.id, tool);', put: "      for (const old of tools.values()) if (old.name === tool.name) return old;\n      tools.set(tool.id, tool);" },
  { wrong: 'only the last tool is kept', caught: [3], file: store, find: '      tools.set(tool.id, tool);', put: '      tools.clear();\n      tools.set(tool.id, tool);' },
  { wrong: 'an unknown tool is 200 with nothing', caught: [4], file: router, find: "      if (!tool) throw new HttpError(404, `There is no tool ${req.params.id}`);\n", put: '' },
  { wrong: 'a plain object instead of a Map', caught: [4], file: store, find: '    get: (id) => tools.get(id),', put: '    get: (id) => tools.get(id) ?? {}[id],' },
  { wrong: 'a body that nobody parsed becomes a tool', caught: [4], file: router, find: "      if (req.body === undefined) throw new HttpError(400, 'Send the tool as JSON');\n", put: '' },
  { wrong: '404 for a method that the path does not have', caught: [4], file: router, find: "    .all(refuseMethod('GET, HEAD'));", put: '    .all((req, res, next) => next());' },
  { wrong: 'JSON is parsed for every route', caught: [5], file: 'src/app.js', find: '  app.use(requestLog({ log }));', put: '  app.use(requestLog({ log }));\n  app.use(express.json());' },
];
