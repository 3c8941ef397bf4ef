import { parseArgs } from 'node:util';
import { explain } from './db/explain.js';
import { buildLoanList } from './db/loan-repository.js';
import { openDatabase } from './db/open.js';

const { values, positionals: [query] } = parseArgs({
  allowPositionals: true,
  options: { include: { type: 'boolean', default: false } },
});

async function run() {
  const db = await openDatabase(process.env.DB_FILE);
  try {
    const include = values.include ? ['tool', 'member'] : [];
    const list = buildLoanList(db, {}, { overdue: true, include, limit: 100, time: new Date().toISOString() });
    for (const line of await explain(db, list)) console.log(line);
  } finally {
    await db.destroy();
  }
}

if (query !== 'overdue') {
  console.error('Usage: node src/explain.js overdue [--include]');
  process.exitCode = 2;
} else {
  await run();
}
