// Starts programs in process groups of their own and leaves none of them behind.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, delimiter } from 'node:path';

const GROUPS = process.platform !== 'win32';
const KEPT = ['SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'ComSpec', 'PATHEXT', 'APPDATA'];
// Node.js 22 calls node:sqlite experimental; that is no complaint of the program.
const NODE_OPTIONS = '--disable-warning=ExperimentalWarning';
const running = new Set();

process.on('exit', () => running.forEach((child) => signalGroup(child, 'SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

export function makeEnv(home, extra) {
  const kept = Object.fromEntries(KEPT.map((name) => [name, process.env[name]]));
  const path = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const all = { ...kept, PATH: path, HOME: home, USERPROFILE: home, TZ: 'UTC', NODE_OPTIONS, ...extra };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

export function startProcess(command, args, options) {
  const child = spawn(command, args, { ...options, detached: GROUPS });
  running.add(child);
  child.output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name]?.setEncoding('utf8').on('data', (text) => (child.output[name] += text));
  child.ended = Promise.race([once(child, 'close').then(([code, signal]) => ({ code, signal })), failStart(child)]);
  child.ended.catch(() => {}).finally(() => running.delete(child));
  return child;
}

async function failStart(child) {
  const [error] = await once(child, 'error', { signal: AbortSignal.timeout(5000) }).catch(() => new Promise(() => {}));
  throw error;
}

export function signalGroup(child, signal) {
  try {
    if (GROUPS) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It is gone already.
  }
}

export async function stopProcess(child) {
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), 1000);
  await child.ended.catch(() => {});
  clearTimeout(timer);
  signalGroup(child, 'SIGKILL');
}
