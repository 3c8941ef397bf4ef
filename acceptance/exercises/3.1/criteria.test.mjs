import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assert, criterion, measureSlack, stillHolds } from '../../kit/index.mjs';
import { startShed } from '../../kit/toolshed.mjs';

const MODULE_2 = Array.from({ length: 10 }, (_, number) => `2.${number + 1}`);

criterion('3.1/1', '`GET /ready` answers 200, and `sqlite` matches', async (program) => {
  const file = join(program.scratch, 'other.db');
  const server = await startShed(program, { DB_FILE: file });
  const { json } = await server.get('/ready', 200);
  assert.equal(json.status, 'ready', 'The member status');
  assert.match(json.sqlite, /^3\.\d+\.\d+$/, 'The member sqlite');
  assert.ok(existsSync(file), `The file ${file} does not exist`);
});

criterion('3.1/2', 'where the directory does not exist, the process ends with exit code 1 within 1 s', async (program) => {
  const slack = await measureSlack();
  const { code, stdout, stderr, ms } = await program.run('src/server.js', [], { env: { DB_FILE: 'missing/toolshed.db' } });
  assert.equal(code, 1, 'The exit code');
  assert.ok(ms < 1000 + slack, `The end took ${Math.round(ms)} ms`);
  assert.equal(stdout, '', 'Standard output');
  assert.match(stderr, /missing[\\/]toolshed\.db/, 'Standard error');
  assert.doesNotMatch(stderr, /^\s+at /m, 'Standard error has a stack trace');
}, { tries: 3 });

criterion('3.1/3', 'Without `DB_FILE` it ends with exit code 1', async (program) => {
  const { code, stderr } = await program.run('src/server.js', [], { env: { DB_FILE: undefined } });
  assert.equal(code, 1, 'The exit code');
  assert.match(stderr, /DB_FILE/, 'Standard error');
});

criterion('3.1/4', 'All tests of module 2 still pass, and SIGTERM still ends the process', async (program) => {
  const server = await startShed(program);
  await server.get('/health', 200);
  assert.equal((await server.stop()).code, 0, 'The exit code after SIGTERM');
  await stillHolds(...MODULE_2)(program);
}, { holdsBefore: true });
