const [library, id, app] = ['src/library-limit.js', 'src/client-id.js', 'src/app.js'];

export default [
  { wrong: 'refusals are those of the package', caught: [1], file: library, find: "    handler: (req, res, next) => next(new HttpError(429, 'Too many requests; come back later')),\n", put: '' },
  { wrong: 'the headers are those of an older draft', caught: [1], file: library, find: "'draft-8'", put: "'draft-6'" },
  { wrong: 'everybody is counted by the address', caught: [1], file: library, find: '    keyGenerator: (req) => clientId(req, apiKeys),\n', put: '' },
  { wrong: 'the library counts before the log', caught: [1], file: app, find: '  app.use(requestLog({ log }));', put: "  if (limiter === 'library') app.use(limitByLibrary({ limit, windowMs, apiKeys }));\n  app.use(requestLog({ log }));" },
  { wrong: 'an IPv6 address is a client', caught: [2], file: id, find: "ipKeyGenerator(req.ip.replace(MAPPED, ''), 56)", put: "req.ip.replace(MAPPED, '')" },
  { wrong: 'the first 64 bits count', caught: [2], file: id, find: ', 56)', put: ', 64)' },
  { wrong: 'the first 48 bits count', caught: [2], file: id, find: ', 56)', put: ', 48)' },
  { wrong: 'the bucket is gone', caught: [3], file: 'src/config.js', find: "['window', 'bucket', 'library']", put: "['window', 'library']" },
  { wrong: 'the queue is gone', caught: [3], file: app, find: '  app.use(limitConcurrency({ maxInFlight, maxWaiting }));\n', put: '' },
  { wrong: 'the address is used as it is', caught: [4], file: library, find: 'clientId(req, apiKeys)', put: "(apiKeys.has(req.get('x-api-key')) ? req.get('x-api-key') : req.ip)" },
];
