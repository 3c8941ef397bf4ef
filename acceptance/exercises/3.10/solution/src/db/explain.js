// The lines of the plan of a query.
export async function explain(db, query) {
  const { sql, bindings } = query.toSQL().toNative();
  const rows = await db.raw(`EXPLAIN QUERY PLAN ${sql}`, bindings);
  return rows.map(({ detail }) => detail);
}
