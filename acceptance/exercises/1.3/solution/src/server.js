import { createServer } from 'node:http';

const PORT = 3000;

const server = createServer((req, res) => {
  const { pathname } = new URL(req.url, 'http://localhost');
  res.setHeader('Content-Type', 'application/json');
  if (req.method === 'GET' && pathname === '/health') {
    res.end(JSON.stringify({ status: 'ok' }));
  } else {
    res.statusCode = 404;
    res.end(JSON.stringify({ error: 'Not found' }));
  }
});

server.listen(PORT, () => {
  console.log(`ToolShed listens on http://localhost:${PORT}`);
});
