// The database with a counter of the statements that were run: `statements`.
export function countStatements(db) {
  const counted = {
    statements: 0,
    exec: (sql) => db.exec(sql),
    prepare(sql) {
      const statement = db.prepare(sql);
      const count = (method) => (...values) => {
        counted.statements += 1;
        return statement[method](...values);
      };
      return { run: count('run'), get: count('get'), all: count('all') };
    },
  };
  return counted;
}
