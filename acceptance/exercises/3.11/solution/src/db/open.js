import knex from 'knex';
import { NodeSqliteClient } from './node-sqlite-client.js';

const SHARED = {
  compileSqlOnError: false,
  log: { warn: (text) => console.error(String(text).split('\n')[0]) },
};

function connect({ client, file, url, schema }) {
  if (client === 'postgres') return knex({ ...SHARED, client: 'pg', connection: url, searchPath: [schema] });
  return knex({ ...SHARED, client: NodeSqliteClient, connection: { filename: file }, useNullAsDefault: true });
}

// Knex connects with the first query, so a wrong place is found by asking something.
export async function openDatabase(config) {
  const db = connect(config);
  try {
    await db.raw('SELECT 1');
    return db;
  } catch (cause) {
    await db.destroy();
    throw new Error(`Cannot open the database ${config.file ?? ''}: ${cause.message}`, { cause });
  }
}

export const isPostgres = (db) => db.client.config.client === 'pg';
