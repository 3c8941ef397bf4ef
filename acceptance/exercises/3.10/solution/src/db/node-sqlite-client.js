import { DatabaseSync } from 'node:sqlite';
import BetterSqlite3Client from 'knex/lib/dialects/better-sqlite3/index.js';

export class NodeSqliteClient extends BetterSqlite3Client {
  _driver() {
    return DatabaseSync;
  }

  async acquireRawConnection() {
    const connection = new DatabaseSync(this.connectionSettings.filename, { timeout: 5000 });
    connection.exec('PRAGMA journal_mode = WAL');
    return connection;
  }

  async _query(connection, query) {
    const statement = connection.prepare(query.sql);
    const values = this._formatBindings(query.bindings);
    if (statement.columns().length > 0) {
      query.response = statement.all(...values);
    } else {
      const { changes, lastInsertRowid } = statement.run(...values);
      query.response = { changes };
      query.context = { changes, lastID: lastInsertRowid };
    }
    return query;
  }
}
