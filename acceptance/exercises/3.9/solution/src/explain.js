import { parseArgs } from 'node:util';
import { explain } from './db/explain.js';
import { buildLoanList } from './db/loan-repository.js';
import { openDatabase } from './db/open.js';

const { values, positionals: [query] } = parseArgs({
  allowPositionals: true,
  options: { include: { type: 'boolean', default: false } },
});

if (query !== 'overdue') {
  console.error('Usage: node src/explain.js overdue [--include]');
  process.exitCode = 2;
} else {
  const include = values.include ? ['tool', 'member'] : [];
  const db = openDatabase(process.env.DB_FILE);
  const list = buildLoanList({ overdue: true, include, limit: 100, time: new Date().toISOString() });
  for (const line of explain(db, list)) console.log(line);
  db.close();
}
