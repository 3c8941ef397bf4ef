import { DatabaseSync } from 'node:sqlite';

const bindable = (value) => (typeof value === 'boolean' ? Number(value) : value);

function bind(parameters) {
  if (Array.isArray(parameters)) return parameters.map(bindable);
  return [Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, bindable(value)]))];
}

class Database {
  constructor(file, mode, done) {
    this.filename = file;
    this.db = new DatabaseSync(file, { timeout: 5000 });
    queueMicrotask(() => done(null));
  }
  serialize(work) {
    work();
  }
  run(sql, parameters = [], done = () => {}) {
    this.#answer(sql, parameters, done, 'run');
  }
  all(sql, ...rest) {
    this.#answer(sql, rest.length > 1 ? rest[0] : [], rest.at(-1), 'all');
  }
  close(done = () => {}) {
    this.db.close();
    done(null);
  }
  #answer(sql, parameters, done, method) {
    try {
      const result = this.db.prepare(sql)[method](...bind(parameters));
      if (method === 'all') return done.call({}, null, result.map((row) => ({ ...row })));
      done.call({ lastID: Number(result.lastInsertRowid), changes: Number(result.changes) }, null);
    } catch (error) {
      if ((error.errcode & 0xff) === 19) error.code = 'SQLITE_CONSTRAINT';
      done.call({}, error);
    }
  }
}

export default { Database, OPEN_READWRITE: 2, OPEN_CREATE: 4 };
