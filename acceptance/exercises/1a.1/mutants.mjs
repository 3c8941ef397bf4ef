const [file, app] = ['src/resources.js', 'src/app.js'];

export default [
  { wrong: 'the return is a POST', caught: [1], file, find: "router.put('/loans/:id/return'", put: "router.post('/loans/:id/return'" },
  { wrong: 'a tool cannot be removed', caught: [1, 2], file, find: "router.delete('/tools/:id'", put: "router.delete('/tool/:id'" },
  { wrong: 'DELETE leaves the tool', caught: [2], file, find: '    tools.delete(tool.id);\n', put: '' },
  { wrong: 'every request has a store of its own', caught: [2], file: app, find: 'app.use(resourcesRouter(createStore()));', put: 'app.use((req, res, next) => resourcesRouter(createStore())(req, res, next));' },
  { wrong: 'the last tool is the only one', caught: [2], file, find: '    tools.set(tool.id, tool);', put: '    tools.clear();\n    tools.set(tool.id, tool);' },
  { wrong: 'an unknown thing is a bug of the server', caught: [3], file, find: 'if (!found) throw new HttpError(404, `Nothing has the id ${id}`);', put: 'if (!found) throw new Error(id);' },
  { wrong: 'an unknown thing is nothing', caught: [3], file, find: 'if (!found) throw new HttpError(404, `Nothing has the id ${id}`);', put: 'if (!found) return {};' },
  { wrong: 'the old calls still work', caught: [4], file, find: "router.get('/tools', (req", put: "router.get('/getTool', (req, res) => res.json(find(tools, req.query.id)));\n  router.get('/tools', (req" },
];
