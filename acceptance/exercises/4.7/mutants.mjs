const logins = 'src/db/login-repository.js';
const accounts = 'src/db/account-repository.js';
const router = 'src/auth-router.js';
const tokens = 'src/tokens.js';
const marked = "await trx('refresh_tokens').where({ hash }).whereNull('used_at').where('expires_at', '>', time())\n      .update({ used_at: time() })";

export default [
  { wrong: 'the refresh token is not rotated', caught: [1], file: router, find: 'await answerTokens(res, login);', put: 'await answerTokens(res, { ...login, refreshToken: req.body.refreshToken });' },
  { wrong: 'a refresh creates a new family', caught: [2], file: logins, find: 'if (marked === 1) return issue(trx, login);', put: "if (marked === 1) {\n      const next = { ...login, id: randomUUID() };\n      await trx('logins').insert({ id: next.id, member_id: next.member_id, created_at: time() });\n      return issue(trx, next);\n    }" },
  { wrong: 'a used token is refused and nothing else', caught: [2], file: logins, find: '    if (login.used_at !== null) await end(trx, login.id);\n', put: '' },
  { wrong: 'the error inside the transaction revives the family', caught: [2, 3], file: logins, find: '    if (login.used_at !== null) await end(trx, login.id);\n', put: "    if (login.used_at !== null) await end(trx, login.id);\n    throw unauthorized('The refresh token is not valid');\n", also: [[logins, "import { createRandomToken", "import { unauthorized } from '../unauthorized.js';\nimport { createRandomToken"]] },
  { wrong: 'all logins of the member end', caught: [2], file: logins, find: 'await end(trx, login.id);', put: "await trx('logins').where({ member_id: login.member_id }).update({ ended_at: time() });" },
  { wrong: 'access tokens outlive their login', caught: [2], file: accounts, find: ".whereNull('logins.ended_at')", put: '' },
  { wrong: 'the token can be used again', caught: [2], file: logins, find: ".where({ hash }).whereNull('used_at').where(", put: '.where({ hash }).where(' },
  { wrong: 'the token is looked up first', caught: [3], file: logins, find: `const marked = ${marked}`, put: "const found = await trx('refresh_tokens').first('used_at').where({ hash });\n    await new Promise((resolve) => setTimeout(resolve, 500));\n    const marked = found?.used_at === null ? await trx('refresh_tokens').where({ hash }).update({ used_at: time() }) : 0" },
  { wrong: 'no transaction, and no condition', caught: [3], file: logins, find: '.where({ hash }).whereNull(\'used_at\').where(', put: '.where({ hash }).where(', also: [[logins, "    const marked = ", "    if ((await trx('refresh_tokens').first('used_at').where({ hash }))?.used_at) {\n      const { login_id: id } = await trx('refresh_tokens').first('login_id').where({ hash });\n      await end(trx, id);\n      return undefined;\n    }\n    await new Promise((resolve) => setTimeout(resolve, 500));\n    const marked = "], [logins, 'db.transaction((trx) => exchange(trx, hashToken(refreshToken)))', 'exchange(db, hashToken(refreshToken))']] },
  { wrong: 'refresh tokens live for ever', caught: [4], file: logins, find: ".where('expires_at', '>', time())", put: '' },
  { wrong: 'the 30 days begin with the login', caught: [4], file: logins, find: 'expires_at: time(REFRESH_SECONDS)', put: "expires_at: new Date(Date.parse((await trx('logins').first('created_at').where({ id: login.id })).created_at) + 1000 * REFRESH_SECONDS).toISOString()" },
  { wrong: 'the token itself is stored', caught: [5], file: 'src/random-token.js', find: "createHash('sha256').update(token).digest('hex')", put: 'token', also: [['src/random-token.js', 'import { createHash, randomBytes }', 'import { randomBytes }']] },
  { wrong: 'a missing token is a 401', caught: [5], file: router, find: 'readBody(RefreshInput, req).refreshToken', put: "String(req.body?.refreshToken)", also: [[router, 'import { LoginInput, RefreshInput }', 'import { LoginInput }']] },
  { wrong: 'every token belongs to somebody', caught: [5], file: logins, find: "\n      .first('logins.id', 'member_id', 'used_at').where({ hash })", put: "\n      .first('logins.id', 'member_id', 'used_at').orderBy('logins.created_at')", also: [[logins, 'if (marked === 1) return', 'if (marked === 1 || hash) return']] },
  { wrong: 'a token without sid is accepted', caught: [6], file: tokens, find: "'sid', ", put: '', also: [[accounts, "'logins.id': loginId }", "...(loginId && { 'logins.id': loginId }) }"]] },
  { wrong: 'the login of somebody else is accepted', caught: [6], file: accounts, find: ".join('logins', 'logins.member_id', 'accounts.member_id')", put: ".join('logins', 'logins.id', db.raw('?', [loginId]))" },
];
