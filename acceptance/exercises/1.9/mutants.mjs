const app = 'src/app.js';
const problem = 'src/problem.js';

export default [
  { wrong: 'every error is 500', caught: [1, 2, 4], file: problem, find: '  return err.status >= 400 && err.status < 500 ? err.status : 500;', put: '  return 500;' },
  { wrong: 'the error middleware has three parameters', caught: [2, 4, 5], file: problem, find: 'answerProblem(err, req, res, next) {\n  if (res.headersSent) return next(err);', put: 'answerProblem(err, req, res) {' },
  { wrong: 'the error middleware stands before the routes', caught: [2, 4], file: app, find: '  app.use(requestLog({ log }));', put: '  app.use(requestLog({ log }));\n  app.use(answerProblem);', also: [[app, '  app.use(answerProblem);\n  return app;', '  return app;']] },
  { wrong: 'labels of any size', caught: [1], file: app, find: "express.json({ limit: '10kb' })", put: 'express.json()' },
  { wrong: 'JSON of any content type', caught: [1], file: app, find: "express.json({ limit: '10kb' })", put: "express.json({ limit: '10kb', type: '*/*' })" },
  { wrong: 'a name that is no text', caught: [1], file: app, find: "typeof name !== 'string' || ", put: '' },
  { wrong: 'a missing body is an exception', caught: [1], file: app, find: 'req.body ?? {}', put: 'req.body' },
  { wrong: 'the Allow header got lost', caught: [2], file: app, find: "    res.set('Allow', allow);\n", put: '' },
  { wrong: 'a path that cannot be decoded is a bug of the server', caught: [2], file: problem, find: 'err.status < 500 ?', put: "err.status < 500 && !(err instanceof URIError) ?" },
  { wrong: 'the debug route is always there', caught: [3], file: app, find: 'if (debugRoutes) ', put: '' },
  { wrong: 'the process ends after an unexpected error', caught: [3], file: problem, find: 'console.error(err);', put: "{ console.error(err); res.on('finish', () => process.exit(1)); }" },
  { wrong: 'the content type is that of JSON', caught: [2, 4], file: problem, find: ".type('application/problem+json').json(", put: '.json(' },
  { wrong: 'the request id is missing', caught: [4], file: problem, find: '    requestId: req.id,\n', put: '' },
  { wrong: 'the status in the body is a text', caught: [4], file: problem, find: '    status,\n', put: '    status: String(status),\n' },
  { wrong: 'the client reads the message of an unexpected error', caught: [5], file: problem, find: "status >= 500 ? 'Something went wrong on our side' : err.message", put: 'err.message' },
  { wrong: 'the client reads the stack', caught: [5], file: problem, find: "status >= 500 ? 'Something went wrong on our side' : err.message", put: 'status >= 500 ? err.stack : err.message' },
  { wrong: 'nobody learns of the unexpected error', caught: [5], file: problem, find: 'console.error(err);', put: '{}' },
];
