const file = 'src/resources.js';

export default [
  { wrong: 'a new tool is 200', caught: [1], file, find: 'res.status(201).location(`/tools/', put: 'res.location(`/tools/' },
  { wrong: 'nobody learns where the tool is', caught: [1], file, find: '.location(`/tools/${tool.id}`)', put: '' },
  { wrong: 'the Location is that of the list', caught: [1], file, find: '.location(`/tools/${tool.id}`)', put: ".location('/tools')" },
  { wrong: 'the answer is only the id', caught: [1], file, find: '.location(`/tools/${tool.id}`).json(tool)', put: '.location(`/tools/${tool.id}`).json({ id: tool.id })' },
  { wrong: 'a loan cannot be read', caught: [1], file, find: "  router.get('/loans/:id', (req, res) => res.json(find(loans, req.params.id)));\n\n", put: '' },
  { wrong: 'DELETE answers with the tool', caught: [2], file, find: 'res.status(204).end()', put: 'res.json(tool)' },
  { wrong: 'DELETE is 200 and empty', caught: [2], file, find: 'res.status(204).end()', put: 'res.end()' },
  { wrong: 'DELETE of nothing is a success', caught: [3], file, find: "    const tool = find(tools, req.params.id);\n    tools.delete(tool.id);", put: '    tools.delete(req.params.id);' },
  { wrong: 'an unknown tool is 404', caught: [4], file, find: 'throw new HttpError(422', put: 'throw new HttpError(404' },
  { wrong: 'the Location is set before the check', caught: [4], file, find: '    const { toolId, member }', put: "    res.location('/loans/x');\n    const { toolId, member }" },
  { wrong: 'a tool without a name is kept', caught: [4], file, find: "if (typeof name !== 'string' || name.trim() === '') throw", put: "if (name === '') throw" },
];
