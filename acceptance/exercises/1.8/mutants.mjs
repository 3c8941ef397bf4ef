const file = 'src/request-log.js';

export default [
  { wrong: 'the log stands behind the routes', caught: [1, 2], file: 'src/app.js', find: "  app.use(requestLog({ log }));\n\n  app.route('/health')\n    .get((req, res) => res.json({ status: 'ok' }))\n    .all(refuseMethod('GET, HEAD'));\n", put: "\n  app.route('/health')\n    .get((req, res) => res.json({ status: 'ok' }))\n    .all(refuseMethod('GET, HEAD'));\n  app.use(requestLog({ log }));\n" },
  { wrong: 'every id that was sent is kept', caught: [1], file, find: 'UUID.test(sent) ? sent', put: 'sent ? sent' },
  { wrong: 'a UUID with a tail is accepted', caught: [1], file, find: '{12}$/i', put: '{12}/i' },
  { wrong: 'the id is always new', caught: [1], file, find: 'UUID.test(sent) ? sent : randomUUID()', put: 'randomUUID()' },
  { wrong: 'the id is not sent back', caught: [1, 2], file, find: "    res.set('x-request-id', req.id);\n", put: '' },
  { wrong: 'the query is logged', caught: [2], file, find: 'const { method, path } = req;', put: 'const { method, originalUrl: path } = req;' },
  { wrong: 'the status is read too early', caught: [2], file, find: 'const { method, path } = req;', put: 'const { method, path } = req;\n    const { statusCode } = res;', also: [[file, 'status: res.statusCode', 'status: statusCode']] },
  { wrong: 'two lines for one request', caught: [2], file, find: '    next();', put: "    res.on('finish', () => log(JSON.stringify({ id: req.id, method, path, status: res.statusCode })));\n    next();" },
  { wrong: 'the line is no JSON', caught: [2, 3], file, find: 'log(JSON.stringify({ id: req.id, method, path, status: res.statusCode, durationMs, aborted }));', put: 'log(`${method} ${path} ${res.statusCode} ${durationMs} ${aborted}`);' },
  { wrong: 'the time is measured before the handler', caught: [3], file, find: "    res.on('close', () => {\n      const durationMs = performance.now() - start;", put: "    const durationMs = performance.now() - start;\n    res.on('close', () => {" },
  { wrong: 'the duration is a text', caught: [3], file, find: 'performance.now() - start', put: 'String(performance.now() - start)' },
  { wrong: 'the duration is negative', caught: [3], file, find: 'performance.now() - start', put: 'start - performance.now()' },
  { wrong: 'a log line before the URL', caught: [4], file: 'src/app.js', find: '  app.use(requestLog({ log }));', put: "  app.use(requestLog({ log }));\n  log('{}');" },
];
