const logIn = 'src/log-in.js';
const router = 'src/auth-router.js';
const tokens = 'src/tokens.js';
const config = 'src/config.js';
const clock = 'src/clock.js';
const schema = 'src/account-schema.js';

export default [
  { wrong: 'an unknown address has a text of its own', caught: [1], file: logIn, find: '    const fits', put: "    if (!account) throw unauthorized('There is no such account');\n    const fits" },
  { wrong: 'the rules of registration hold for the login', caught: [1], file: schema, find: 'password: text().max(128)', put: 'password: text().min(15).max(128)' },
  { wrong: '401 without a challenge', caught: [1], file: 'src/problem.js', find: "  if (err.challenge) res.set('WWW-Authenticate', err.challenge);\n", put: '' },
  { wrong: 'no hash for an unknown address', caught: [2], file: logIn, find: 'await verifyPassword(password, account?.passwordHash ?? await nobody)', put: 'account && await verifyPassword(password, account.passwordHash)' },
  { wrong: 'a cheap hash for an unknown address', caught: [2], file: logIn, find: "toString('base64url'), cost)", put: "toString('base64url'), { ...cost, ln: 10 })" },
  { wrong: 'the address is searched as it was typed', caught: [3], file: 'src/db/account-repository.js', find: '.where({ email_key: emailKey(email) })', put: '.where({ email })' },
  { wrong: 'a cache may keep the token', caught: [3], file: router, find: ".set('Cache-Control', 'no-store')", put: '' },
  { wrong: 'the token is about the address', caught: [3], file: router, find: 'createAccessToken(account.id)', put: 'createAccessToken(req.body.email)' },
  { wrong: 'the token lives for a day', caught: [3], file: tokens, find: 'issuedAt + ACCESS_SECONDS', put: 'issuedAt + 86_400' },
  { wrong: 'the time is in milliseconds', caught: [3, 7], file: tokens, find: 'Math.floor(now() / 1000)', put: 'now()', also: [[tokens, 'issuedAt + ACCESS_SECONDS', 'issuedAt + 1000 * ACCESS_SECONDS']] },
  { wrong: 'every password fits', caught: [1], file: logIn, find: '!account || !fits', put: '!account' },
  { wrong: 'the address is in the token', caught: [4], file: router, find: 'createAccessToken(account.id)', put: 'createAccessToken(account.id, req.body.email)', also: [[tokens, 'createAccessToken(memberId)', 'createAccessToken(memberId, email)'], [tokens, 'new SignJWT()', 'new SignJWT({ email })']] },
  { wrong: 'the hash is in the token', caught: [4], file: router, find: 'createAccessToken(account.id)', put: 'createAccessToken(account.id, account)', also: [[tokens, 'createAccessToken(memberId)', 'createAccessToken(memberId, account)'], [tokens, 'new SignJWT()', 'new SignJWT({ account })']] },
  { wrong: 'a key of any length', caught: [5], file: config, find: '  if (key.length < 32) throw', put: '  if (key.length === 0) throw' },
  { wrong: 'the text of the key is counted', caught: [5], file: config, find: 'if (key.length < 32)', put: 'if (env[name].length < 32)' },
  { wrong: 'the message shows the key', caught: [5], file: config, find: 'base64 of at least 32 bytes`', put: 'base64 of at least 32 bytes, but is ${env[name]}`' },
  { wrong: 'the cost is never raised', caught: [6], file: logIn, find: 'lnOf(account.passwordHash) < cost.ln', put: 'false' },
  { wrong: 'a wrong password replaces the hash', caught: [6], file: logIn, find: '    const fits', put: '    if (account) await accounts.setHash(account.id, await hashPassword(password, cost));\n    const fits' },
  { wrong: 'the token has the time of the system', caught: [7], file: tokens, find: 'Math.floor(now() / 1000)', put: 'Math.floor(Date.now() / 1000)', also: [[tokens, "import { now } from './clock.js';\n", '']] },
  { wrong: 'the file is read once', caught: [7], file: clock, find: 'export function now() {', put: 'let first;\nexport const now = () => (first ??= read());\nfunction read() {' },
  { wrong: 'the clock can be turned in production', caught: [7], file: config, find: 'isProduction && env.NOW_FILE !== undefined', put: 'false' },
];
