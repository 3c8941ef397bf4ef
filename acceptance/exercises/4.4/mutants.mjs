const auth = 'src/auth.js';
const tokens = 'src/tokens.js';
const app = 'src/app.js';
const repository = 'src/db/account-repository.js';
const verify = 'return jwtVerify(token, key, rules).then(({ payload }) => payload, () => undefined);';

export default [
  { wrong: 'the word Bearer is case-sensitive', caught: [1], file: auth, find: '/^Bearer +(\\S+)$/i', put: '/^Bearer +(\\S+)$/' },
  { wrong: 'the user is what the token says', caught: [1], file: auth, find: 'claims && await accounts.findUser(claims.sub)', put: 'claims && { id: claims.sub }' },
  { wrong: 'the token is only decoded', caught: [2], file: tokens, find: verify, put: 'return Promise.resolve().then(() => decodeJwt(token)).catch(() => undefined);', also: [[tokens, 'import { jwtVerify, SignJWT }', 'import { decodeJwt, SignJWT }'], [tokens, '      const rules = { ...RULES, currentDate: new Date(now()) };\n', '']] },
  { wrong: 'every algorithm is accepted', caught: [2], file: tokens, find: "algorithms: ['HS256'], ", put: '' },
  { wrong: 'unsecured tokens are accepted', caught: [2], file: tokens, find: '() => undefined);', put: "() => (token.endsWith('.') ? UnsecuredJWT.decode(token).payload : undefined)).catch(() => undefined);", also: [[tokens, 'import { jwtVerify, SignJWT }', 'import { jwtVerify, SignJWT, UnsecuredJWT }']] },
  { wrong: 'a token for somebody else is accepted', caught: [2], file: tokens, find: 'audience: NAME, ', put: '' },
  { wrong: 'a token of somebody else is accepted', caught: [2], file: tokens, find: 'issuer: NAME, ', put: '' },
  { wrong: 'a token without an end is accepted', caught: [2], file: tokens, find: "requiredClaims: ['sub', 'exp']", put: "requiredClaims: ['sub']" },
  { wrong: 'the check has the time of the system', caught: [2], file: tokens, find: 'currentDate: new Date(now())', put: 'currentDate: new Date()' },
  { wrong: 'every 401 says invalid_token', caught: [3], file: 'src/unauthorized.js', find: 'realm="toolshed"\'', put: 'realm="toolshed", error="invalid_token"\'' },
  { wrong: 'a header that is not Bearer counts as none', caught: [3], file: auth, find: 'if (header === undefined)', put: "if (!header?.startsWith('Bearer '))" },
  { wrong: 'a member without an account is known', caught: [4], file: repository, find: "db('accounts').join('members', 'members.id', 'accounts.member_id')", put: "db('members').leftJoin('accounts', 'members.id', 'accounts.member_id')", also: [[repository, '.where({ member_id: id });', '.where({ id });']] },
  { wrong: 'a failure of the database is a 401', caught: [4], file: auth, find: 'accounts.findUser(claims.sub)', put: 'accounts.findUser(claims.sub).catch(() => undefined)' },
  { wrong: 'everybody sees loans', caught: [5], file: app, find: "app.use('/loans', requireUser, ", put: "app.use('/loans', ", also: [[app, 'authenticate, requireUser }', 'authenticate }']] },
  { wrong: 'nobody sees tools', caught: [5], file: app, find: "app.use('/tools', ", put: "app.use('/tools', requireUser, " },
  { wrong: 'a bad token is ignored', caught: [5], file: auth, find: 'if (!req.user) throw unauthorized(\'The token is not valid\', INVALID);', put: '' },
  { wrong: 'an old token prevents a login', caught: [5], file: app, find: '  app.use(authenticate({ accounts, tokens }));\n', put: '', also: [[app, "  app.use('/accounts'", "  app.use(authenticate({ accounts, tokens }));\n  app.use('/accounts'"]] },
];
