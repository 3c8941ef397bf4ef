const [file, negotiate, app] = ['src/resources.js', 'src/negotiate.js', 'src/app.js'];

export default [
  { wrong: 'the type of the answer is plain JSON', caught: [1], file, find: '    if (req.answerType) res.type(req.answerType);\n', put: '' },
  { wrong: 'the list has the old version', caught: [1], file, find: 'const { columns, out } = req.answerVersion ?? version;', put: 'const { columns, out } = version;' },
  { wrong: 'the version is not in the type', caught: [1], file: negotiate, find: 'req.answerType = type;', put: "req.answerType = type.split(';')[0];" },
  { wrong: 'our type without a version is the newest', caught: [2], file: negotiate, find: "const ONE = ['application/json', `${OWN_TYPE};v=1`, `${OWN_TYPE};v=2`];", put: "const ONE = ['application/json', `${OWN_TYPE};v=2`, `${OWN_TYPE};v=1`];" },
  { wrong: 'whoever asks for anything gets the newest', caught: [2], file: negotiate, find: "const ONE = ['application/json', `${OWN_TYPE};v=1`, `${OWN_TYPE};v=2`];", put: "const ONE = [`${OWN_TYPE};v=2`, 'application/json', `${OWN_TYPE};v=1`];" },
  { wrong: 'an unknown version is the oldest', caught: [3], file: negotiate, find: 'const type = req.accepts(types);', put: 'const type = req.accepts(types) || types[0];' },
  { wrong: 'an unknown version ends everything', caught: [3], file: negotiate, find: 'if (!type) throw', put: "if (!type || req.get('accept')?.includes('v=3')) throw" },
  { wrong: 'the body is always of version 1', caught: [4], file: negotiate, find: 'if (!header.startsWith(OWN_TYPE)) return v1;', put: 'if (header !== null) return v1;' },
  { wrong: 'an unknown version of a body is a 400', caught: [4], file: negotiate, find: 'new HttpError(415', put: 'new HttpError(400' },
  { wrong: 'our type is not read', caught: [4], file, find: ", type: ['application/json', OWN_TYPE] }", put: ' }' },
  { wrong: 'loans are negotiated, too, and lists have no CSV', caught: [5], file: negotiate, find: "const types = req.path === '/' ? LIST : ONE;", put: 'const types = ONE;' },
  { wrong: 'the versions in the path are negotiated', caught: [5], file: app, find: "app.use('/v1', resourcesRouter", put: "app.use('/v2/tools', negotiate);\n  app.use('/v1', resourcesRouter" },
];
