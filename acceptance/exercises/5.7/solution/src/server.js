import { createServer } from 'node:http';
import { createApp } from './app.js';
import { readConfig } from './config.js';
import { listMigrations } from './db/migrate.js';
import { openDatabase } from './db/open.js';
import { createPhotoRepository } from './db/photo-repository.js';
import { openFolders } from './folders.js';
import { stopOnSignal } from './stop.js';
import { sweep } from './sweep.js';

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

async function requireMigrated(db) {
  const { pending: [next] } = await listMigrations(db);
  if (next) throw new Error(`The migration ${next} is pending: run node src/migrate.js up`);
}

async function listen({ port, stopTimeoutMs, dbFile, ...config }) {
  const db = await openDatabase(dbFile);
  await requireMigrated(db).catch(async (error) => {
    await db.destroy();
    throw error;
  });
  await sweep({ folders: openFolders(config.dataDir), photos: createPhotoRepository({ db }), orphanAgeS: config.orphanAgeS, now: Date.now });
  const server = createServer(createApp({ log: console.log, db, ...config }));
  stopOnSignal(server, stopTimeoutMs);
  server.on('close', () => db.destroy());
  server.on('error', (error) => {
    db.destroy();
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
