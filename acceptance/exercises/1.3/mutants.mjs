const file = 'src/server.js';

export default [
  { wrong: 'the query belongs to the path', caught: [1], file, find: "const { pathname } = new URL(req.url, 'http://localhost');", put: 'const pathname = req.url;' },
  { wrong: 'no content type', caught: [1], file, find: "res.setHeader('Content-Type', 'application/json');", put: '' },
  { wrong: 'text instead of JSON', caught: [1], file, find: "JSON.stringify({ status: 'ok' })", put: "'ok'" },
  { wrong: 'everything below /health is the health check', caught: [2], file, find: "pathname === '/health'", put: "pathname.startsWith('/health')" },
  { wrong: '404 in the body, 200 in the status line', caught: [2], file, find: 'res.statusCode = 404;', put: '' },
  { wrong: 'a 404 without JSON', caught: [2], file, find: "JSON.stringify({ error: 'Not found' })", put: "'Not found'" },
  { wrong: 'the response never ends', caught: [2], file, find: "res.end(JSON.stringify({ error: 'Not found' }));", put: '' },
  { wrong: 'something else is printed first', caught: [3], file, find: 'console.log(`', put: "console.log('Starting');\n  console.log(`" },
  { wrong: 'another port', caught: [3], file, find: 'PORT = 3000', put: 'PORT = 0' },
];
