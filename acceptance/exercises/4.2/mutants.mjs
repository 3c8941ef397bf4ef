const repository = 'src/db/account-repository.js';
const key = 'src/email-key.js';
const migration = 'src/db/migrations/0005_email_key.js';
const unique = "  await knex.schema.alterTable('accounts', (table) => table.unique(['email_key']));\n";
const noIndex = [migration, "    table.dropUnique(['email_key']);\n", ''];
// Between the question and the INSERT lies the hash, and enough time for the other one to ask.
const has = [repository, '  return {\n    // Creates', "  return {\n    has: (email) => db('accounts').first('email').where({ email_key: emailKey(email) }),\n    // Creates"];
const lookFirst = ['src/accounts-router.js', 'const passwordHash', "if (await accounts.has(email)) throw new HttpError(409, 'This address is taken');\n      await new Promise((resolve) => setTimeout(resolve, 500));\n      const passwordHash"];
const known = ['src/accounts-router.js', "import { refuseMethod }", "import { HttpError } from './problem.js';\nimport { refuseMethod }"];

export default [
  { wrong: 'addresses are compared as they were typed', caught: [1, 4], file: key, find: 'email.trim().toLowerCase()', put: 'email' },
  { wrong: 'everything behind a plus is dropped', caught: [1], file: key, find: '.toLowerCase()', put: ".toLowerCase().replace(/\\+.*@/, '@')" },
  { wrong: 'dots are dropped', caught: [1], file: key, find: '.toLowerCase()', put: ".toLowerCase().replace(/\\.(?=.*@)/g, '')" },
  { wrong: 'the violation is a 500', caught: [1], file: repository, find: "isUnique(error, 'accounts.email_key')", put: 'false' },
  { wrong: 'the key is looked up first, and nothing else', caught: [2], file: migration, find: unique, put: '', also: [noIndex, has, lookFirst, known] },
  { wrong: 'the key is looked up first, and the loser of a race is a 500', caught: [2], file: repository, find: "isUnique(error, 'accounts.email_key')", put: 'false', also: [has, lookFirst, known] },
  { wrong: 'the member of a refused account stays', caught: [3], file: repository, find: "await trx('members')", put: "await db('members')", also: [[repository, 'await db.transaction(async (trx) => {', 'await (async (trx) => {'], [repository, '      }).catch(', '      })(db).catch(']] },
  { wrong: 'the address is stored in lower case', caught: [4], file: repository, find: 'member_id: id, email, email_key', put: 'member_id: id, email: emailKey(email), email_key', },
  { wrong: 'the answer shows the key', caught: [4], file: repository, find: 'return { id, name, email, createdAt };', put: 'return { id, name, email: emailKey(email), createdAt };' },
  { wrong: 'the key of existing rows is not filled', caught: [5], file: migration, find: 'update({ email_key: emailKey(email) })', put: 'update({ email })' },
  { wrong: 'existing addresses are taken as they are', caught: [5], file: migration, find: 'update({ email_key: emailKey(email) })', put: 'update({ email_key: email })' },
  { wrong: 'down forgets the column', caught: [5], file: migration, find: "    table.dropColumn('email_key');\n", put: '' },
];
