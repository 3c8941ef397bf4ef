import { DatabaseSync } from 'node:sqlite';

export function openDatabase(file) {
  try {
    const db = new DatabaseSync(file, { timeout: 5000 });
    db.exec('PRAGMA journal_mode = WAL');
    return db;
  } catch (cause) {
    throw new Error(`Cannot open the database ${file}: ${cause.message}`, { cause });
  }
}
