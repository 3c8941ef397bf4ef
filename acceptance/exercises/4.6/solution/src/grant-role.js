import { now } from './clock.js';
import { createAccountRepository, ROLES } from './db/account-repository.js';
import { openDatabase } from './db/open.js';

async function grant(email, role) {
  if (!ROLES.includes(role)) throw new Error(`There is no role ${role}: say ${ROLES.join(' or ')}`);
  const db = await openDatabase(process.env.DB_FILE);
  try {
    const granted = await createAccountRepository({ db, now }).setRole(email, role);
    if (!granted) throw new Error(`There is no account of ${email}`);
    console.log(`${email} is ${role} now`);
  } finally {
    await db.destroy();
  }
}

const [email, role] = process.argv.slice(2);

if (role === undefined) {
  console.error('Usage: node src/grant-role.js <email> <role>');
  process.exitCode = 2;
} else {
  try {
    await grant(email, role);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
