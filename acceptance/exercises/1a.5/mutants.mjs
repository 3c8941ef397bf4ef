const [file, versions, app] = ['src/resources.js', 'src/versions.js', 'src/app.js'];

export default [
  { wrong: 'each version has a store of its own', caught: [1], file: app, find: "app.use('/v2', resourcesRouter(store, v2));", put: "app.use('/v2', resourcesRouter(createStore(), v2));" },
  { wrong: 'version 2 gets the old name', caught: [1, 2], file: versions, find: "createVersion('shelf')", put: "createVersion('place')" },
  { wrong: 'the list is not translated', caught: [2], file, find: '[...tools.values()].map(version.out)', put: '[...tools.values()]' },
  { wrong: 'the answer to PUT is not translated', caught: [2], file, find: "tools/${id}`);\n    res.json(version.out(tool));", put: "tools/${id}`);\n    res.json(tool);" },
  { wrong: 'CSV has the old columns', caught: [2], file, find: 'toCsv(version.columns, items)', put: "toCsv(['id', 'name', 'place'], items)" },
  { wrong: 'unknown members are dropped', caught: [3], file: versions, find: 'if (unknown) throw', put: 'if (unknown === null) throw' },
  { wrong: 'the refusal does not say what is unknown', caught: [3], file: versions, find: 'knows no ${unknown}', put: 'does not know a member' },
  { wrong: 'the Location has no version', caught: [4], file, find: '`${req.baseUrl}/tools/${tool.id}`', put: '`/tools/${tool.id}`' },
  { wrong: 'the plain URL speaks version 2', caught: [5], file: app, find: 'app.use(resourcesRouter(store, v1));', put: 'app.use(resourcesRouter(store, v2));' },
  { wrong: 'any version will do', caught: [5], file: app, find: "app.use('/v2', ", put: "app.use('/v3', resourcesRouter(store, v2));\n  app.use('/v2', " },
  { wrong: 'the plain URL is gone', caught: [5], file: app, find: '  app.use(resourcesRouter(store, v1));\n', put: '' },
];
