import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const JWT_KEY = Buffer.alloc(32, 'j').toString('base64');

// What a server needs, but for folders of its own.
export const ENV = {
  PORT: '0', DB_FILE: ':memory:', DATA_DIR: tmpdir(), OUTBOX_DIR: tmpdir(), CURSOR_KEY: 'k'.repeat(32), SCRYPT_LOG_N: '10',
  JWT_KEY, PUBLIC_URL: 'http://localhost:3000',
};

export async function startServer(t, env = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'toolshed-'));
  const own = { DB_FILE: join(dir, 'toolshed.db'), DATA_DIR: dir, OUTBOX_DIR: dir };
  const all = { ...process.env, ...ENV, ...own, ...env };
  await promisify(execFile)(process.execPath, ['src/migrate.js', 'up'], { env: all });
  const child = spawn(process.execPath, ['src/server.js'], {
    env: all,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  t.after(async () => {
    child.kill('SIGTERM');
    await exited;
    await rm(dir, { recursive: true });
  });

  const lines = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  await Promise.race([once(reader, 'line'), exited]);

  const url = lines[0]?.match(/http:\/\/\S+/)?.[0];
  if (!url) throw new Error('The server printed no URL on its first line');
  return { url, lines, child, exited, env: all };
}
