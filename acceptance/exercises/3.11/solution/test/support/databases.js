import test from 'node:test';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { DATABASE_URL } = process.env;
const skip = DATABASE_URL ? false : 'DATABASE_URL is not set';

// Runs a test on both databases; `work` gets an environment in which all servers share one database.
export function testOnBoth(name, work) {
  test(`${name} (SQLite)`, async (t) => {
    const dir = await mkdtemp(join(tmpdir(), 'toolshed-'));
    await work(t, { DB_CLIENT: 'sqlite', DB_FILE: join(dir, 'shared.db') });
    t.after(() => rm(dir, { recursive: true }));
  });
  test(`${name} (PostgreSQL)`, { skip }, async (t) => {
    const schema = `test_${randomBytes(6).toString('hex')}`;
    await query(`CREATE SCHEMA ${schema}`);
    await work(t, { DB_CLIENT: 'postgres', DB_SCHEMA: schema });
    t.after(() => query(`DROP SCHEMA ${schema} CASCADE`));
  });
}

async function query(sql) {
  const { default: pg } = await import('pg');
  const client = new pg.Client(DATABASE_URL);
  await client.connect();
  await client.query(sql);
  await client.end();
}
