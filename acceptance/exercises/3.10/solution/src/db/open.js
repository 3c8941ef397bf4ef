import knex from 'knex';
import { NodeSqliteClient } from './node-sqlite-client.js';

// Knex connects with the first query, so a wrong file is found by asking something.
export async function openDatabase(file) {
  const db = knex({
    client: NodeSqliteClient,
    connection: { filename: file },
    useNullAsDefault: true,
    compileSqlOnError: false,
    log: { warn: (text) => console.error(String(text).split('\n')[0]) },
  });
  try {
    await db.raw('SELECT 1');
    return db;
  } catch (cause) {
    await db.destroy();
    throw new Error(`Cannot open the database ${file}: ${cause.message}`, { cause });
  }
}
