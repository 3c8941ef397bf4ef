import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, criterion } from '../../kit/index.mjs';

const NAME = '0001_create_tools';
const migrate = (program, ...args) => program.run('src/migrate.js', args);

async function migrateWell(program, ...args) {
  const { code, stdout, stderr } = await migrate(program, ...args);
  assert.equal(code, 0, `The exit code of node src/migrate.js ${args.join(' ')} (${stderr.trim()})`);
  return stdout;
}

function readSchema(program) {
  const db = program.openDatabase();
  const rows = db.prepare('SELECT sql FROM sqlite_schema ORDER BY name').all().map((row) => ({ ...row }));
  db.close();
  return rows;
}

function hasTable(program, table) {
  const db = program.openDatabase();
  const found = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table);
  db.close();
  return found !== undefined;
}

const lineOf = (stdout, name) => stdout.split('\n').find((line) => line.includes(name)) ?? '(no line)';

criterion('3.4/1', '`node src/migrate.js up` prints `applied 0001_create_tools` and exits with 0', async (program) => {
  assert.match(await migrateWell(program, 'up'), new RegExp(`^applied ${NAME}$`, 'm'), 'Standard output of the first up');
  const before = readSchema(program);
  assert.match(await migrateWell(program, 'up'), /^nothing to do$/m, 'Standard output of the second up');
  assert.deepEqual(readSchema(program), before, 'The rows of sqlite_schema');
});

criterion('3.4/2', '`node src/migrate.js down` removes the table `tools`', async (program) => {
  await migrateWell(program, 'up');
  assert.ok(hasTable(program, 'tools'), 'After up there is no table tools');
  assert.match(lineOf(await migrateWell(program, 'status'), NAME), /applied/, 'The line of status after up');
  await migrateWell(program, 'down');
  assert.ok(!hasTable(program, 'tools'), 'After down there is still a table tools');
  assert.match(lineOf(await migrateWell(program, 'status'), NAME), /pending/, 'The line of status after down');
  await migrateWell(program, 'up');
  assert.match(lineOf(await migrateWell(program, 'status'), NAME), /applied/, 'The line of status after up');
}, { until: '3.6' });

// Two migrations, of which the second creates a table and then fails.
function writeTwoMigrations(program) {
  const folder = join(program.scratch, 'two');
  mkdirSync(folder);
  writeFileSync(join(program.scratch, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, '0001_boxes.js'), `
    export function up(db) { db.exec('CREATE TABLE boxes (name TEXT) STRICT'); }
    export function down(db) { db.exec('DROP TABLE boxes'); }`);
  writeFileSync(join(folder, '0002_screws.js'), `
    export function up(db) { db.exec('CREATE TABLE screws (name TEXT) STRICT; INSERT INTO nowhere VALUES (1)'); }
    export function down(db) { db.exec('DROP TABLE screws'); }`);
  return folder;
}

criterion('3.4/3', 'With a directory of two migrations, each with `up(db)` and `down(db)`', async (program) => {
  const folder = writeTwoMigrations(program);
  const { code, stderr } = await migrate(program, 'up', '--dir', folder);
  assert.equal(code, 1, 'The exit code of up');
  assert.match(stderr, /0002_screws/, 'Standard error of up');
  assert.ok(hasTable(program, 'boxes'), 'The table of the first migration is missing');
  assert.ok(!hasTable(program, 'screws'), 'The table of the failed migration is there');
  const status = await migrateWell(program, 'status', '--dir', folder);
  assert.match(lineOf(status, '0001_boxes'), /applied/, 'The line of the first in status');
  assert.match(lineOf(status, '0002_screws'), /pending/, 'The line of the second in status');
}, { until: '3.10' });

// The first switch of a file to WAL does not wait for anybody, whatever the program does.
function switchToWal(program) {
  const db = program.openDatabase();
  db.exec('PRAGMA journal_mode = WAL');
  db.close();
}

criterion('3.4/4', 'Two calls of `up` at the same moment, on a file without tables that is in WAL mode already', async (program) => {
  for (let round = 1; round <= 10; round += 1) {
    const fresh = program.fresh();
    switchToWal(fresh);
    const outputs = await Promise.all([migrateWell(fresh, 'up'), migrateWell(fresh, 'up')]);
    const applied = outputs.join('').split('\n').filter((line) => line === `applied ${NAME}`);
    assert.equal(applied.length, 1, `How often "applied ${NAME}" was printed in repetition ${round}`);
  }
}, { until: '3.10' });

criterion('3.4/5', '`node src/server.js` on an empty database exits with 1', async (program) => {
  const { code, stdout, stderr } = await program.run('src/server.js');
  assert.equal(code, 1, 'The exit code of the server');
  assert.equal(stdout, '', 'Standard output of the server');
  assert.match(stderr, new RegExp(NAME), 'Standard error of the server');
  assert.equal((await migrate(program, 'sideways')).code, 2, 'The exit code of node src/migrate.js sideways');
});
