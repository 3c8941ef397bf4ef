import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assert, criterion, measureSlack } from '../../kit/index.mjs';
import { startShed } from '../../kit/toolshed.mjs';

// Loaded into the server, it answers 503 below one path, so that the tests of this path have to fail.
const breakPath = (path) => `import { Server } from 'node:http';
const { emit } = Server.prototype;
Server.prototype.emit = function (event, req, res) {
  if (event !== 'request' || !req.url.startsWith('${path}')) return emit.apply(this, arguments);
  res.statusCode = 503;
  res.end('{}');
  return true;
};`;

criterion('3.10/1', '`npm test` exits with 0 and runs every test of modules 2 and 3', async (program) => {
  const copy = program.copy();
  const { code, stdout, stderr } = await copy.npmTest();
  assert.ok(code === 0, `npm test ends with exit code ${code}:\n${stdout}${stderr}`);
  for (const path of ['/tools', '/loans']) {
    const preload = join(copy.scratch, 'break.mjs');
    writeFileSync(preload, breakPath(path));
    const broken = await copy.npmTest({ NODE_OPTIONS: `--import=${pathToFileURL(preload).href}` });
    assert.equal(broken.code, 1, `The exit code of npm test with a server that answers 503 below ${path}`);
  }
}, { holdsBefore: true });

criterion('3.10/2', 'prints only `src/db/node-sqlite-client.js`', async (program) => {
  const files = program.list('src').filter((file) => program.read(file).includes('node:sqlite'));
  assert.deepEqual(files.map((file) => file.replaceAll('\\', '/')), ['src/db/node-sqlite-client.js'], 'Files with node:sqlite');
}, { until: '8.8' });

criterion('3.10/3', 'each with `up(knex)` and `down(knex)`, whose second one creates a table and then fails', async (program) => {
  const folder = join(program.scratch, 'two');
  mkdirSync(folder);
  writeFileSync(join(program.scratch, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, '0001_boxes.js'), `
    export const up = (knex) => knex.schema.createTable('boxes', (table) => table.text('name'));
    export const down = (knex) => knex.schema.dropTable('boxes');`);
  writeFileSync(join(folder, '0002_screws.js'), `
    export async function up(knex) {
      await knex.schema.createTable('screws', (table) => table.text('name'));
      await knex('nowhere').insert({ name: 'x' });
    }
    export const down = (knex) => knex.schema.dropTable('screws');`);
  const up = await program.run('src/migrate.js', ['up', '--dir', folder]);
  assert.equal(up.code, 1, 'The exit code of up');
  assert.match(up.stderr, /0002_screws/, 'Standard error of up');
  const tables = program.openDatabase().prepare("SELECT name FROM sqlite_schema WHERE name IN ('boxes', 'screws')").all();
  assert.deepEqual(tables.map(({ name }) => name), ['boxes'], 'The tables of the two migrations');
  const { code, stdout } = await program.run('src/migrate.js', ['status', '--dir', folder]);
  assert.equal(code, 0, 'The exit code of status');
  assert.match(stdout, /^.*applied.*0001_boxes|0001_boxes.*applied/m, 'Standard output of status');
  assert.match(stdout, /^.*pending.*0002_screws|0002_screws.*pending/m, 'Standard output of status');
});

criterion('3.10/4', 'If an INSERT fails, no value of it gets out', async (program) => {
  const server = await startShed(program);
  program.openDatabase().exec("CREATE TRIGGER fail BEFORE INSERT ON members BEGIN SELECT RAISE(ABORT, 'planted'); END");
  await server.post('/members', 500, { json: { name: 'Zacharias' } });
  await server.waitForError(/planted/);
  assert.doesNotMatch(server.stderr + server.stdout, /Zacharias/, 'What the server prints');
}, { holdsBefore: true });

criterion('3.10/5', '`node src/migrate.js status` ends by itself within 2 s', async (program) => {
  const slack = await measureSlack();
  const server = await startShed(program);
  const { code, ms } = await program.run('src/migrate.js', ['status']);
  assert.equal(code, 0, 'The exit code of status');
  assert.ok(ms < 2000 + slack, `status took ${Math.round(ms)} ms`);
  await server.get('/tools', 200);
  const began = performance.now();
  assert.equal((await server.stop()).code, 0, 'The exit code of the server after SIGTERM');
  const took = performance.now() - began;
  assert.ok(took < 2000 + slack, `The end of the server took ${Math.round(took)} ms`);
}, { holdsBefore: true, tries: 3 });
