const file = 'src/server.js';
const asText = `let body = '';
  req.on('data', (chunk) => (body += chunk));
  req.on('end', () => res.end(body));`;

export default [
  { wrong: 'each chunk becomes text on its own', caught: [1], file, find: 'return pipeline(req, res);', put: asText },
  { wrong: 'only the first chunk comes back', caught: [1], file, find: 'return pipeline(req, res);', put: "req.once('data', (chunk) => res.end(chunk)); req.on('end', () => res.end());" },
  { wrong: 'an empty body gets no answer', caught: [1], file, find: 'return pipeline(req, res);', put: "req.on('data', (chunk) => res.write(chunk) && req.once('end', () => res.end()));" },
  { wrong: '405 without Allow', caught: [2, 3], file, find: "res.setHeader('Allow', [...methods.keys()].join(', '));", put: '' },
  { wrong: '404 for an unknown method', caught: [2, 3], file, find: 'sendJson(res, 405', put: 'sendJson(res, 404' },
  { wrong: 'Allow is the same everywhere', caught: [2], file, find: "[...methods.keys()].join(', ')", put: "'GET, HEAD, POST'" },
  { wrong: 'HEAD is forgotten', caught: [3], file, find: ", ['HEAD', health]", put: '' },
  { wrong: 'the query belongs to the path', caught: [4], file, find: "const { pathname } = new URL(req.url, 'http://localhost');", put: 'const pathname = req.url;' },
];
