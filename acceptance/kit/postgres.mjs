// A PostgreSQL server of our own for the proof of exercise 3.11, where its programs are installed.
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { findFreePort } from './program.mjs';

const DEBIAN = '/usr/lib/postgresql';

function findPrograms() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => b - a).map((version) => join(DEBIAN, version, 'bin')) : [];
  return [...versions, ...(process.env.PATH ?? '').split(delimiter)].find((folder) => existsSync(join(folder, 'pg_ctl')) && existsSync(join(folder, 'initdb')));
}

// PostgreSQL refuses to run as root.
function readUser() {
  if (userInfo().uid !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map((option) => Number(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout));
  return uid ? { uid, gid } : null;
}

// { url, stop }, or null where there is no PostgreSQL.
export async function startPostgres() {
  const [programs, user] = [findPrograms(), readUser()];
  if (!programs || !user) return null;
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  if (user.uid) chownSync(folder, user.uid, user.gid);
  const port = await findFreePort();
  const run = (name, ...args) => spawnSync(join(programs, name), ['-D', join(folder, 'data'), ...args], { ...user, cwd: folder, stdio: 'ignore' }).status;
  const stop = () => {
    run('pg_ctl', '-m', 'immediate', 'stop');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  const started = run('initdb', '-U', 'postgres', '--auth=trust', '--no-sync') === 0 && run('pg_ctl', '-o', options, '-l', join(folder, 'log'), '-w', 'start') === 0;
  if (started) return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
  stop();
  return null;
}
