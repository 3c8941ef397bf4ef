import { createServer } from 'node:http';
import { pipeline } from 'node:stream/promises';

const PORT = 3000;

function sendJson(res, status, value) {
  res.statusCode = status;
  res.setHeader('Content-Type', 'application/json');
  res.end(JSON.stringify(value));
}

function health(req, res) {
  sendJson(res, 200, { status: 'ok' });
}

function echo(req, res) {
  res.setHeader('Content-Type', 'application/octet-stream');
  return pipeline(req, res);
}

const routes = new Map([
  ['/health', new Map([['GET', health], ['HEAD', health]])],
  ['/echo', new Map([['POST', echo]])],
]);

const server = createServer(async (req, res) => {
  const { pathname } = new URL(req.url, 'http://localhost');
  const methods = routes.get(pathname);
  if (!methods) return sendJson(res, 404, { error: 'Not found' });
  const handler = methods.get(req.method);
  if (!handler) {
    res.setHeader('Allow', [...methods.keys()].join(', '));
    return sendJson(res, 405, { error: 'Method not allowed' });
  }
  await handler(req, res);
});

server.listen(PORT, () => {
  console.log(`ToolShed listens on http://localhost:${PORT}`);
});
