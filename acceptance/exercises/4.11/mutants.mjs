const cors = 'src/cors.js';
const config = 'src/config.js';
const app = 'src/app.js';
const own = '!origins.includes(origin)';

export default [
  { wrong: 'only the first origin of the list counts', caught: [1], file: cors, find: own, put: 'origin !== origins[0]' },
  { wrong: 'the whole list is sent', caught: [1], file: cors, find: "'Access-Control-Allow-Origin': origin", put: "'Access-Control-Allow-Origin': origins.join(', ')" },
  { wrong: 'a star for everybody', caught: [1, 2], file: cors, find: "'Access-Control-Allow-Origin': origin", put: "'Access-Control-Allow-Origin': '*'", also: [[cors, own, 'origins.length === 0']] },
  { wrong: 'the origin of the request is sent back', caught: [2, 3], file: cors, find: own, put: 'origins.length === 0 || !origin' },
  { wrong: 'the end of the text decides', caught: [2, 3], file: cors, find: own, put: "!origins.some((known) => origin?.endsWith(new URL(known).hostname))" },
  { wrong: 'the beginning of the text decides', caught: [2], file: cors, find: own, put: '!origins.some((known) => origin?.startsWith(known))' },
  { wrong: 'the scheme does not count', caught: [2], file: cors, find: own, put: "!origins.some((known) => known.replace(/^https?:/, '') === origin?.replace(/^https?:/, ''))" },
  { wrong: 'the port does not count', caught: [2], file: cors, find: own, put: '!(origin && URL.canParse(origin) && origins.some((known) => new URL(known).hostname === new URL(origin).hostname && origin.startsWith(\'https\')))' },
  { wrong: 'null is allowed', caught: [2], file: cors, find: own, put: "![...origins, 'null'].includes(origin)" },
  { wrong: 'no Vary', caught: [1, 2], file: cors, find: "    res.vary('Origin');\n", put: '' },
  { wrong: 'Vary only for those that are allowed', caught: [2], file: cors, find: "    res.vary('Origin');\n", put: '', also: [[cors, '    if (!isPreflight', "    res.vary('Origin');\n    if (!isPreflight"]] },
  { wrong: 'the preflight needs a token', caught: [3], file: app, find: '  app.use(cors(corsOrigins));\n', put: '', also: [[app, "  app.use('/loans'", "  app.use('/loans', requireUser, cors(corsOrigins));\n  app.use(cors(corsOrigins));\n  app.use('/loans'"]] },
  { wrong: 'If-Match is forgotten', caught: [3], file: cors, find: ', If-Match', put: '' },
  { wrong: 'PATCH is forgotten', caught: [3], file: cors, find: 'PUT, PATCH', put: 'PUT' },
  { wrong: 'the preflight is not remembered', caught: [3], file: cors, find: "  'Access-Control-Max-Age': '600',\n", put: '' },
  { wrong: 'every OPTIONS is a preflight', caught: [3], file: cors, find: "req.method === 'OPTIONS' && req.get('access-control-request-method') !== undefined", put: "req.method === 'OPTIONS'" },
  { wrong: 'the middleware stands behind the check of the token', caught: [4], file: app, find: '  app.use(cors(corsOrigins));\n', put: '', also: [[app, '  app.use(csrf.guard);\n', '  app.use(cors(corsOrigins));\n  app.use(csrf.guard);\n']] },
  { wrong: 'the page cannot read Location', caught: [4], file: cors, find: 'ETag, Link, Location', put: 'ETag, Link' },
  { wrong: 'a login from another origin is refused', caught: [4], file: 'src/auth-router.js', find: "if (mode === 'cookie') refuseForeign(req);", put: 'refuseForeign(req);' },
  { wrong: 'together with cookies', caught: [5], file: cors, find: "    if (!isPreflight", put: "    res.set('Access-Control-Allow-Credentials', 'true');\n    if (!isPreflight" },
  { wrong: 'an origin of the list may use the cookies', caught: [5], file: 'src/csrf.js', find: "  if (origin === undefined) return false;", put: "  if (origin === undefined || origin === 'https://desk.example') return false;" },
  { wrong: 'a star in the list', caught: [6], file: config, find: '!isOrigin || !isSafe', put: "text !== '*' && (!isOrigin || !isSafe)" },
  { wrong: 'null in the list', caught: [6], file: config, find: '!isOrigin || !isSafe', put: "text !== 'null' && (!isOrigin || !isSafe)" },
  { wrong: 'a path is cut off', caught: [6], file: config, find: 'URL.canParse(text) && new URL(text).origin === text', put: 'URL.canParse(text)' },
  { wrong: 'HTTP in production', caught: [6], file: config, find: "!isProduction || text.startsWith('https:')", put: 'isProduction || !isProduction' },
  { wrong: 'everybody is let in without the variable', caught: [6], file: cors, find: own, put: '(origins.length > 0 && !origins.includes(origin)) || !origin' },
];
