const [file, id, limit] = ['src/fixed-window.js', 'src/client-id.js', 'src/limit.js'];

export default [
  { wrong: 'all clients share one count', caught: [1, 2, 4], file, find: 'windows.set(key, begun);', put: "windows.set('all', begun);", also: [[file, 'const known = windows.get(key);', "const known = windows.get('all');"]] },
  { wrong: 'keys are not looked at', caught: [1, 2], file: id, find: 'apiKeys.has(key) ?', put: 'apiKeys.has(null) ?' },
  { wrong: 'only those with a key are limited', caught: [2, 3], file: limit, find: '    const { allowed, limit,', put: "    if (!apiKeys.has(req.get('x-api-key'))) return next();\n    const { allowed, limit," },
  { wrong: 'every key has a count', caught: [3], file: id, find: 'apiKeys.has(key) ?', put: 'key ?' },
  { wrong: 'the map grows forever', caught: [4], file, find: '      sweep(time);\n', put: '' },
  { wrong: 'the map is swept once', caught: [4], file, find: '    nextSweep = time + windowMs;\n  }', put: '    nextSweep = Infinity;\n  }' },
  { wrong: 'the key is in the log', caught: [5], file: 'src/app.js', find: '  app.use(requestLog({ log }));', put: "  app.use((req, res, next) => { log(JSON.stringify({ key: req.get('x-api-key') })); next(); });\n  app.use(requestLog({ log }));" },
];
