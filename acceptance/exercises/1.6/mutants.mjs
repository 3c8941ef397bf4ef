const file = 'src/app.js';

export default [
  { wrong: 'the echo knows only some content types', caught: [1, 3], file, find: 'type: () => true', put: "type: '*/*'" },
  { wrong: 'the echo accepts 100 kB', caught: [1, 3], file, find: ", limit: '2mb'", put: '' },
  { wrong: 'an empty body is an error', caught: [1], file, find: ").send(req.body ?? Buffer.alloc(0))", put: ').status(req.body?.length ? 200 : 400).send(req.body)' },
  { wrong: 'the 404 is the page of Express', caught: [1], file, find: "  app.use((req, res) => res.status(404).json({ error: 'Not found' }));\n", put: '' },
  { wrong: 'the 404 stands before the routes', caught: [1], file, find: "  app.route('/health')", put: "  app.use((req, res) => res.status(404).json({}));\n  app.route('/health')" },
  { wrong: '404 where 405 belongs', caught: [1], file, find: "    .all(refuseMethod('POST'));", put: '    .all((req, res, next) => next());' },
  { wrong: 'Express announces itself', caught: [2], file, find: "  app.disable('x-powered-by');\n", put: '' },
  { wrong: 'the header is removed only where it works', caught: [2], file, find: "  app.disable('x-powered-by');\n\n  app.route('/health')\n    .get((req, res) =>", put: "  app.route('/health')\n    .get((req, res) => res.removeHeader('x-powered-by') ??" },
  { wrong: 'the app listens when it is imported', caught: [4], file, find: '  return app;\n}', put: '  return app;\n}\n\ncreateApp().listen(0);' },
  { wrong: 'the app needs the environment', caught: [4], file, find: "import express from 'express';", put: "import express from 'express';\nimport { readConfig } from './config.js';\nreadConfig(process.env);" },
];
