const passwords = 'src/passwords.js';
const repository = 'src/db/account-repository.js';
const router = 'src/accounts-router.js';
const schema = 'src/account-schema.js';
const config = 'src/config.js';

export default [
  { wrong: 'the answer is the row of the table', caught: [1], file: router, find: 'json(account)', put: 'json({ ...account, passwordHash })' },
  { wrong: 'the answer repeats the request', caught: [1], file: router, find: 'json(account)', put: 'json({ ...req.body, ...account })' },
  { wrong: 'spaces around the address are kept', caught: [1], file: schema, find: 'text().trim().max(254).pipe(z.email())', put: "text().max(254).refine((value) => z.email().safeParse(value.trim()).success)" },
  { wrong: 'a fast hash', caught: [2], file: router, find: 'await hashPassword(password, cost)', put: "createHash('sha256').update(password).digest('hex')", also: [[router, "import express from 'express';", "import { createHash } from 'node:crypto';\nimport express from 'express';"]] },
  { wrong: 'no salt', caught: [2], file: passwords, find: 'randomBytes(16)', put: "Buffer.alloc(16, 'salt')" },
  { wrong: 'scryptSync', caught: [3], file: passwords, find: 'const derive = promisify(scrypt);', put: 'const derive = async (...input) => scryptSync(...input);', also: [[passwords, 'scrypt, timingSafeEqual', 'scryptSync, timingSafeEqual'], [passwords, "import { promisify } from 'node:util';\n", '']] },
  { wrong: 'the configured cost is not used', caught: [3], file: router, find: 'hashPassword(password, cost)', put: 'hashPassword(password)' },
  { wrong: 'the memory limit of Node.js stays', caught: [3], file: passwords, find: '{ N, r, p, maxmem }', put: '{ N, r, p }' },
  { wrong: 'the cost of today is used to verify', caught: [4], file: passwords, find: "Buffer.from(salt, 'base64url'), numbers)", put: "Buffer.from(salt, 'base64url'), { ...numbers, ln: 10 })" },
  { wrong: 'letters in upper and lower case are the same', caught: [4], file: passwords, find: "password.normalize('NFKC')", put: "password.normalize('NFKC').toLowerCase()" },
  { wrong: 'the text is not normalized', caught: [4], file: passwords, find: "password.normalize('NFKC')", put: 'password' },
  { wrong: 'passwords of eight characters', caught: [5], file: schema, find: '.min(15)', put: '.min(8)' },
  { wrong: 'no longest password', caught: [5], file: schema, find: '.max(128)', put: '' },
  { wrong: 'members that are not known are dropped', caught: [5], file: schema, find: 'MemberInput.extend(', put: 'MemberInput.strip().extend(' },
  { wrong: 'any text is an address', caught: [5], file: schema, find: '.pipe(z.email())', put: '', also: [[schema, "import { z } from 'zod';\n", '']] },
  { wrong: 'two statements without a transaction', caught: [6], file: repository, find: 'await db.transaction(async (trx) => {', put: 'await (async (trx) => {', also: [[repository, '      });\n      return', '      })(db);\n      return']] },
  { wrong: 'Knex writes the values into the error', caught: [6], file: 'src/db/open.js', find: '    compileSqlOnError: false,\n', put: '' },
  { wrong: 'a weak hash in production', caught: [7], file: config, find: 'isProduction ? 15 : 10', put: '10' },
  { wrong: 'no lowest cost', caught: [7], file: config, find: 'min: isProduction ? 15 : 10, ', put: 'min: isProduction ? 15 : 0, ' },
];
