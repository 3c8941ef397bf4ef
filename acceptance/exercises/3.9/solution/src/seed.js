import { openDatabase } from './db/open.js';
import { seed } from './db/seed.js';

const count = process.argv[2] ?? '';

if (!/^[1-9]\d{0,6}$/.test(count)) {
  console.error('Usage: node src/seed.js <number of loans>');
  process.exitCode = 2;
} else {
  try {
    const db = openDatabase(process.env.DB_FILE);
    seed(db, Number(count));
    db.close();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
