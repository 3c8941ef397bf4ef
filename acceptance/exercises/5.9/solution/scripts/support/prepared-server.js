import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

async function post(url, path, body) {
  const res = await fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return res.json();
}

// What no request can do: somebody is staff, and files lie in their folders.
async function prepare(url, env) {
  const account = { name: 'Sam', email: 'sam@example.org', password: 'correct horse battery' };
  await post(url, '/accounts', account);
  await run(process.execPath, ['src/grant-role.js', account.email, 'staff'], { env });
  await mkdir(join(env.DATA_DIR, 'manuals'), { recursive: true });
  await writeFile(join(env.DATA_DIR, 'manuals', 'drill.txt'), 'Hold with both hands.\n');
  await writeFile(join(env.DATA_DIR, 'photos.tar'), Buffer.alloc(1024));
  const { accessToken } = await post(url, '/auth/login', { email: account.email, password: account.password });
  return accessToken;
}

// The token in the newest message. The server sends it after it has answered.
async function readResetToken(folder) {
  for (let tries = 0; tries < 200; tries += 1) {
    const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).map((name) => join(folder, name));
    const times = await Promise.all(files.map(async (file) => ({ file, time: (await stat(file)).mtimeMs })));
    const newest = times.sort((a, b) => b.time - a.time)[0];
    if (newest) return JSON.parse(await readFile(newest.file, 'utf8')).link.split('token=')[1];
    await pause(25);
  }
  throw new Error('No message came');
}

// A server on an empty database: { url, staffToken, readResetToken, stop }.
export async function startPreparedServer() {
  const dir = await mkdtemp(join(tmpdir(), 'examples-'));
  const outbox = join(dir, 'outbox');
  await mkdir(outbox);
  const env = {
    ...process.env, PORT: '0', DB_FILE: join(dir, 'toolshed.db'), DATA_DIR: dir, OUTBOX_DIR: outbox, SCRYPT_LOG_N: '10',
    CURSOR_KEY: randomBytes(32).toString('hex'), JWT_KEY: randomBytes(32).toString('base64'), PUBLIC_URL: 'http://localhost:3000',
  };
  await run(process.execPath, ['src/migrate.js', 'up'], { env });
  const child = spawn(process.execPath, ['src/server.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  async function stop() {
    child.kill('SIGTERM');
    await exited;
    await rm(dir, { recursive: true });
  }
  const [line] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), exited]);
  const url = /http:\/\/\S+/.exec(line)?.[0];
  if (!url) {
    await stop();
    throw new Error('The server does not start');
  }
  return { url, staffToken: await prepare(url, env), readResetToken: () => readResetToken(outbox), stop };
}
