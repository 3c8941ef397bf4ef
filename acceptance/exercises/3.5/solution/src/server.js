import { createServer } from 'node:http';
import { createApp } from './app.js';
import { readConfig } from './config.js';
import { findPending, loadMigrations } from './db/migrate.js';
import { openDatabase } from './db/open.js';
import { stopOnSignal } from './stop.js';

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

async function requireMigrated(db) {
  const [pending] = findPending(db, await loadMigrations());
  if (pending) throw new Error(`The migration ${pending.name} is pending: run node src/migrate.js up`);
}

async function listen({ port, stopTimeoutMs, debugRoutes, dbFile, cursorKey }) {
  const db = openDatabase(dbFile);
  await requireMigrated(db);
  const server = createServer(createApp({ log: console.log, debugRoutes, db, cursorKey }));
  stopOnSignal(server, stopTimeoutMs);
  server.on('close', () => db.close());
  server.on('error', (error) => {
    fail(error.code === 'EADDRINUSE' ? `Port ${port} is already in use` : error.message);
  });
  server.listen(port, () => {
    console.log(`ToolShed listens on http://localhost:${server.address().port}`);
  });
}

try {
  await listen(readConfig(process.env));
} catch (error) {
  fail(error.message);
}
