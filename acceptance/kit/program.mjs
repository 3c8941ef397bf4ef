// The learner's program, seen from outside: it can be run, started, and copied to a place where files may be changed.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from 'node:sqlite';
import { contractFor, databaseIn, hasReached, MIGRATES_SINCE } from './contract.mjs';
import { showRun } from './diary.mjs';
import { eventually, waitFor } from './patience.mjs';
import { makeEnv, signalGroup, startProcess, stopProcess } from './processes.mjs';
import { Server } from './server.mjs';

const NOT_COPIED = new Set(['node_modules', '.git']);
const PRELOAD = pathToFileURL(join(import.meta.dirname, 'port-3000.mjs')).href;

export class Program {
  #cleanup;
  #migrated = new Set();

  constructor(folder, diary, cleanup = new Cleanup(), always = {}) {
    this.folder = folder;
    this.always = always;
    this.diary = diary;
    this.#cleanup = cleanup;
    this.scratch = cleanup.makeFolder();
  }

  // Runs a script to its end: { code, stdout, stderr, ms }.
  run(script, args = [], options = {}) {
    this.#require(script);
    return this.exec(process.execPath, [...(options.node ?? []), script, ...args], options);
  }

  npmTest(env) {
    return this.npm(['test'], env);
  }

  // Runs a script of package.json. The tests of the learner may take longer than one program does.
  npm(args, env = {}) {
    const windows = process.platform === 'win32';
    return this.exec(windows ? 'npm.cmd' : 'npm', args, { shell: windows, env, limit: 240_000 });
  }

  async exec(command, args, { env = {}, shell = false, input, limit } = {}) {
    const began = performance.now();
    const child = this.#spawn(command, args, env, { shell, stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] });
    child.stdin?.end(input);
    const shown = showRun([command === process.execPath ? 'node' : command, ...args], env);
    const { code, signal } = await this.#waitForEnd(child, shown, limit);
    this.diary.add({ kind: 'run', text: `${shown}   # exit code ${code ?? signal}` });
    return { code, ...child.output, ms: performance.now() - began };
  }

  // Starts the server and resolves when it has printed its URL.
  async start(env = {}, { node = [], script = 'src/server.js' } = {}) {
    await this.#migrate(env);
    const child = this.launch(env, { node, script });
    const url = await this.#findUrl(child);
    return new Server(this, child, url);
  }

  // The database of the program, opened beside it.
  openDatabase(file = databaseIn(this.scratch)) {
    const db = new DatabaseSync(file, { timeout: 5000 });
    this.#cleanup.addDatabase(db);
    return db;
  }

  // Starts the server and waits for nothing.
  launch(env = {}, { node = [], script = 'src/server.js' } = {}) {
    this.#require(script);
    const fixed = hasReached('1.5') ? {} : { CHECK_PORT_FILE: join(this.scratch, 'port') };
    const preload = hasReached('1.5') ? [] : ['--import', PRELOAD];
    const all = { ...contractFor(this.scratch), ...this.always, ...env };
    const shown = hasReached('1.5') ? { ...all, PORT: all.PORT === '0' ? '3000' : all.PORT } : all;
    this.diary.add({ kind: 'start', text: showRun(['node', ...node, script], this.#showEnv(shown)) });
    return this.#spawn(process.execPath, [...preload, ...node, script], { ...env, ...fixed }, { stdio: ['ignore', 'pipe', 'pipe'] });
  }

  // A copy of the program, in which a test may change files. It has data of its own.
  copy() {
    const target = join(this.#cleanup.makeFolder(), basename(this.folder) || 'program');
    cpSync(this.folder, target, { recursive: true, filter: (source) => source === this.folder || !NOT_COPIED.has(basename(source)) });
    const modules = join(this.folder, 'node_modules');
    if (existsSync(modules)) symlinkSync(modules, join(target, 'node_modules'), 'junction');
    return new Program(target, this.diary, this.#cleanup, this.always);
  }

  // The same program with other data.
  fresh() {
    return this.with({});
  }

  // The same program with other data, and with these variables in everything that it starts.
  with(env) {
    return new Program(this.folder, this.diary, this.#cleanup, { ...this.always, ...env });
  }

  has(file) {
    return existsSync(join(this.folder, file));
  }

  read(file) {
    this.#require(file);
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file, text) {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  // The files below a folder of the program, as paths from the program's folder.
  list(folder) {
    if (!this.has(folder)) return [];
    const entries = readdirSync(join(this.folder, folder), { withFileTypes: true, recursive: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(this.folder.length + 1));
  }

  // Evaluates a module beside the program, for criteria about what a file exports: gives what it prints.
  evaluate(code, options) {
    return this.exec(process.execPath, ['--input-type=module', '--eval', code], options);
  }

  stop() {
    return this.#cleanup.run();
  }

  // The folders of a test are gone when somebody reads of them.
  #showEnv(env) {
    const entries = Object.entries(env).map(([name, value]) => [name, value?.replaceAll(this.scratch, '.')]);
    return Object.fromEntries(entries);
  }

  #spawn(command, args, env, options) {
    const all = makeEnv(this.scratch, { ...contractFor(this.scratch), ...this.always, ...env });
    const child = startProcess(command, args, { cwd: this.folder, env: all, ...options });
    this.#cleanup.addProcess(child);
    return child;
  }

  async #migrate(env) {
    const file = env.DB_FILE ?? databaseIn(this.scratch);
    if (!hasReached(MIGRATES_SINCE) || this.#migrated.has(file)) return;
    this.#migrated.add(file);
    const { code, stderr } = await this.run('src/migrate.js', ['up'], { env });
    if (code !== 0) throw new Error(`node src/migrate.js up ended with exit code ${code}:\n${stderr}`);
  }

  async #waitForEnd(child, shown, limit) {
    try {
      return await waitFor(child.ended, (ms) => `${shown} did not end within ${ms / 1000} s.${this.#printed(child)}`, limit);
    } catch (error) {
      signalGroup(child, 'SIGKILL');
      throw error;
    }
  }

  async #findUrl(child) {
    let ended = null;
    child.ended.then((end) => (ended = end), (error) => (ended = { code: error.message }));
    const look = () => child.output.stdout.includes('\n') || ended;
    await eventually(look, (ms) => `The server printed no line within ${ms / 1000} s.${this.#printed(child)}`);
    const [first] = child.output.stdout.split('\n');
    const url = /http:\/\/[^\s"'<>]+/.exec(first)?.[0].replace(/\/$/, '');
    if (url) return this.#findPort(url);
    if (ended) throw new Error(`The server ended with ${ended.signal ?? `exit code ${ended.code}`} before it printed its URL.${this.#printed(child)}`);
    throw new Error(`The first line on standard output contains no URL: ${first}${this.#printed(child)}`);
  }

  async #findPort(url) {
    const file = join(this.scratch, 'port');
    if (hasReached('1.5') || new URL(url).port !== '3000') return url;
    await eventually(() => existsSync(file) && readFileSync(file, 'utf8'), () => 'The server never listened on port 3000.');
    return url.replace('3000', readFileSync(file, 'utf8'));
  }

  #printed(child) {
    const parts = Object.entries(child.output).filter(([, text]) => text.trim());
    const shown = parts.map(([name, text]) => `\n${name === 'stdout' ? 'Standard output' : 'Standard error'}:\n  ${text.trimEnd().split('\n').slice(-15).join('\n  ')}`);
    return shown.join('') || ' It printed nothing.';
  }

  #require(file) {
    if (!this.has(file)) throw new Error(`There is no file ${file} in ${this.folder}. Run the check in the folder of your program, or name the folder with --dir.`);
  }
}

// One hook, in this order: first the processes end, then databases are closed and folders go. Nothing in it may throw.
class Cleanup {
  #children = [];
  #databases = [];
  #folders = [];

  addDatabase(db) {
    this.#databases.push(db);
  }

  addProcess(child) {
    this.#children.push(child);
  }

  makeFolder() {
    this.#folders.push(mkdtempSync(join(tmpdir(), 'toolshed-')));
    return this.#folders.at(-1);
  }

  async run() {
    await Promise.all(this.#children.map(stopProcess));
    for (const db of this.#databases) if (db.isOpen) db.close();
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

// A port that was free a moment ago, for criteria that need two programs on one port.
export async function findFreePort() {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
