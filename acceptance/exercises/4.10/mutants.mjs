const router = 'src/resets-router.js';
const resets = 'src/db/reset-repository.js';
const outbox = 'src/outbox.js';
const config = 'src/config.js';
const later = '      workLater(() => sendLink(email));\n';
const answer = "      res.status(202).json({ message: 'If there is an account of this address, a message is on its way' });\n";

export default [
  { wrong: 'an unknown address is a 404', caught: [1], file: router, find: answer, put: `      if (!await accounts.findByEmail(email)) throw new HttpError(404, 'There is no account of this address');\n${answer}`, also: [[router, '.post(parseJson, (req, res) => {\n      const { email }', '.post(parseJson, async (req, res) => {\n      const { email }']] },
  { wrong: 'the answer names the address', caught: [1], file: router, find: 'an account of this address, a message', put: "an account, a message to ${email}", also: [[router, "'If there is an account, a message to ${email} is on its way'", '`If there is an account, a message to ${email} is on its way`']] },
  { wrong: 'a header tells it', caught: [1], file: router, find: answer, put: `      if (await accounts.findByEmail(email)) res.set('Cache-Control', 'no-store');\n${answer}`, also: [[router, '.post(parseJson, (req, res) => {\n      const { email }', '.post(parseJson, async (req, res) => {\n      const { email }']] },
  { wrong: 'everybody gets a message', caught: [1], file: router, find: '    if (!account) return;\n', put: "    if (!account) return outbox.send({ to: email, link: `${publicUrl}/accounts` });\n" },
  { wrong: 'the file keeps its first name', caught: [1], file: outbox, find: '      await rename(`${file}.tmp`, file);\n', put: '', also: [[outbox, 'import { rename, writeFile }', 'import { writeFile }']] },
  { wrong: 'the work comes first', caught: [2], file: router, find: answer + later, put: `      await sendLink(email).catch((error) => console.error(error.stack));\n${answer}`, also: [[router, '.post(parseJson, (req, res) => {\n      const { email }', '.post(parseJson, async (req, res) => {\n      const { email }']] },
  { wrong: 'a failure after the answer ends the process', caught: [2], file: router, find: '.catch((error) => console.error(error.stack))', put: '' },
  { wrong: 'a failure after the answer is not told', caught: [2], file: router, find: 'console.error(error.stack)', put: 'undefined' },
  { wrong: 'the link leads to the host of the request', caught: [3], file: router, find: 'sendLink(email));', put: "sendLink(email, `${req.protocol}://${req.get('host')}`));", also: [[router, 'async function sendLink(email)', 'async function sendLink(email, base)'], [router, '${publicUrl}/reset', '${base}/reset']] },
  { wrong: 'the token is in the query', caught: [3], file: router, find: '/reset#token=', put: '/reset?token=' },
  { wrong: 'the link is logged', caught: [3], file: outbox, find: '      await writeFile', put: '      console.log(message.link);\n      await writeFile' },
  { wrong: 'the logins go on', caught: [4], file: resets, find: "        await trx('logins').where({ member_id: memberId }).whereNull('ended_at').update({ ended_at: time() });\n", put: '' },
  { wrong: 'the logins of all end', caught: [4], file: resets, find: "await trx('logins').where({ member_id: memberId })", put: "await trx('logins')" },
  { wrong: 'all get the new password', caught: [4], file: resets, find: "await trx('accounts').where({ member_id: memberId })", put: "await trx('accounts')" },
  { wrong: 'the token can be used again', caught: [5], file: resets, find: ".whereNull('used_at')\n          .where('expires_at'", put: "\n          .where('expires_at'" },
  { wrong: 'the token is looked up first', caught: [5], file: router, find: '      const passwordHash', put: "      if (!await resets.isValid(token)) throw new HttpError(400, 'This token is not valid');\n      await new Promise((resolve) => setTimeout(resolve, 500));\n      const passwordHash", also: [[resets, '    // Uses up', "    isValid: (token) => db('password_resets').first('hash').where({ hash: hashToken(token) }).whereNull('used_at').where('expires_at', '>', time()),\n\n    // Uses up"], [resets, ".whereNull('used_at')\n          .where('expires_at', '>', time()).update", '.update']] },
  { wrong: 'the token lives for an hour', caught: [6], file: resets, find: '30 * 60_000', put: '60 * 60_000' },
  { wrong: 'the token lives for ever', caught: [6], file: resets, find: "\n          .where('expires_at', '>', time()).update", put: '.update' },
  { wrong: 'the earlier token stays valid', caught: [6], file: resets, find: "        await trx('password_resets').where({ member_id: memberId }).whereNull('used_at').update({ used_at: time() });\n", put: '' },
  { wrong: 'the token is used up before the body is checked', caught: [7], file: router, find: '      const { token, password } = readBody(ResetConfirmation, req);\n', put: "      await resets.spoil(req.body?.token ?? '', req.body?.password ?? '');\n      const { token, password } = readBody(ResetConfirmation, req);\n", also: [[resets, '    // Uses up', "    spoil: async (token, password) => password.length < 15 && db('password_resets').where({ hash: hashToken(token) }).update({ used_at: time() }),\n\n    // Uses up"]] },
  { wrong: 'any password will do', caught: [7], file: 'src/account-schema.js', find: 'token: text(), password: NewPassword', put: 'token: text(), password: text()' },
  { wrong: 'the token itself is stored', caught: [7], file: 'src/random-token.js', find: "createHash('sha256').update(token).digest('hex')", put: 'token', also: [['src/random-token.js', 'import { createHash, randomBytes }', 'import { randomBytes }']] },
  { wrong: 'HTTP in production', caught: [8], file: config, find: "isProduction ? ['https:'] : ['http:', 'https:']", put: "['http:', 'https:']", also: [[config, 'function readUrl(env, name, { isProduction })', 'function readUrl(env, name)']] },
  { wrong: 'a directory is taken for granted', caught: [8], file: config, find: "readText(env, 'OUTBOX_DIR')", put: "env.OUTBOX_DIR ?? 'outbox'" },
];
