const file = 'src/resources.js';

export default [
  { wrong: 'PUT always says 200', caught: [1, 4], file, find: 'if (isNew) res.status(201)', put: 'if (isNew) res' },
  { wrong: 'PUT always says 201', caught: [1, 3, 4], file, find: 'if (isNew) res', put: 'res' },
  { wrong: 'PUT gives no Location', caught: [1], file, find: 'res.status(201).location(`/tools/${id}`);', put: 'res.status(201);' },
  { wrong: 'POST takes the name as the id', caught: [2], file, find: 'id: randomUUID(), ...readTool(req.body) };', put: "...readTool(req.body), id: String(req.body?.name).toLowerCase() };" },
  { wrong: 'PUT merges', caught: [3], file, find: 'const tool = { id, ...readTool(req.body, id) };', put: 'const tool = { ...tools.get(id), ...JSON.parse(JSON.stringify({ id, ...readTool(req.body, id) })) };' },
  { wrong: 'something comes between the look and the writing', caught: [4], file, find: "router.put('/tools/:id', parseJson, (req, res) => {", put: "router.put('/tools/:id', parseJson, async (req, res) => {",
    also: [[file, 'const isNew = !tools.has(id);', 'const isNew = !tools.has(id);\n    await new Promise((resolve) => setTimeout(resolve, 500));']] },
  { wrong: 'any id will do', caught: [5], file, find: 'if (!ID.test(id)) throw', put: 'if (id === undefined) throw' },
  { wrong: 'an id may be long', caught: [5], file, find: '{1,40}$/', put: '+$/' },
  { wrong: 'the id of the body is ignored', caught: [5], file, find: 'if (id !== pathId) throw', put: "if (id === '') throw" },
  { wrong: 'no body may have an id', caught: [5], file, find: 'if (id !== pathId) throw', put: "if ('id' in (body ?? {})) throw" },
];
