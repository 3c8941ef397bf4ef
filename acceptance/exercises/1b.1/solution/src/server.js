import { createServer } from 'node:http';
import { createApp } from './app.js';
import { readConfig } from './config.js';
import { stopOnSignal } from './stop.js';

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

function listen({ port, stopTimeoutMs, ...config }) {
  const server = createServer(createApp({ log: console.log, ...config }));
  stopOnSignal(server, stopTimeoutMs);
  server.on('error', (error) => {
    fail(error.code === 'EADDRINUSE' ? `Port ${port} is already in use` : error.message);
  });
  server.listen(port, () => {
    console.log(`ToolShed listens on http://localhost:${server.address().port}`);
  });
}

try {
  listen(readConfig(process.env));
} catch (error) {
  fail(error.message);
}
