import { readDatabaseConfig } from './db/config.js';
import { openDatabase } from './db/open.js';
import { seed } from './db/seed.js';

const count = process.argv[2] ?? '';

async function run() {
  const db = await openDatabase(readDatabaseConfig(process.env));
  try {
    await seed(db, Number(count));
  } finally {
    await db.destroy();
  }
}

if (!/^[1-9]\d{0,6}$/.test(count)) {
  console.error('Usage: node src/seed.js <number of loans>');
  process.exitCode = 2;
} else {
  await run().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
