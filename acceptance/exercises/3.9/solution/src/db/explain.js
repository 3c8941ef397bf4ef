// The lines of the plan of a query.
export function explain(db, { sql, values }) {
  return db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values).map(({ detail }) => detail);
}
