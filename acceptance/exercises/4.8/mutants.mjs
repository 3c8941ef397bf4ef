const cookies = 'src/cookies.js';
const router = 'src/auth-router.js';
const auth = 'src/auth.js';

export default [
  { wrong: 'the tokens are in the body as well', caught: [1], file: router, find: '    res.json({});', put: '    res.json({ accessToken, refreshToken });' },
  { wrong: 'scripts can read the cookies', caught: [1], file: cookies, find: 'httpOnly: true', put: 'httpOnly: false' },
  { wrong: 'no SameSite', caught: [1], file: cookies, find: "sameSite: 'lax', ", put: '' },
  { wrong: 'seconds instead of milliseconds', caught: [1], file: cookies, find: 'maxAge: 1000 * LIFETIMES[kind]', put: 'maxAge: LIFETIMES[kind]' },
  { wrong: 'the refresh token only goes to its route', caught: [1], file: cookies, find: '...attributes, maxAge', put: "...attributes, path: kind === 'refresh' ? '/auth' : '/', maxAge" },
  { wrong: 'any mode is a mode', caught: [1], file: 'src/account-schema.js', find: "z.enum(['token', 'cookie'])", put: 'z.string()' },
  { wrong: 'Secure everywhere', caught: [2], file: cookies, find: 'secure: isProduction', put: 'secure: true' },
  { wrong: 'no Secure in production', caught: [2], file: cookies, find: 'secure: isProduction', put: 'secure: false' },
  { wrong: 'no prefix in production', caught: [2], file: cookies, find: 'isProduction ? `__Host-${kind}` : kind', put: 'kind' },
  { wrong: 'the cookies are cleared without Secure', caught: [2], file: cookies, find: 'res.clearCookie(nameOf(kind), attributes)', put: "res.clearCookie(nameOf(kind), { httpOnly: true, sameSite: 'lax', path: '/' })" },
  { wrong: 'only the first cookie is read', caught: [3], file: cookies, find: "split(';')", put: "split(';', 2)" },
  { wrong: 'the name is searched in the text', caught: [3], file: cookies, find: 'if (key === name) return', put: 'if (key.endsWith(name)) return' },
  { wrong: 'a refresh by cookie answers the tokens', caught: [3], file: router, find: "mode: isBare ? 'cookie' : 'token'", put: "mode: 'token'" },
  { wrong: 'the refresh reads no cookie', caught: [3], file: router, find: "isBare ? cookies.read(req, 'refresh') : ", put: '' },
  { wrong: 'the logout only clears the cookies', caught: [4, 5], file: router, find: '      await logins.end(req.loginId);\n', put: '' },
  { wrong: 'the logout only ends the login', caught: [4], file: router, find: "      if (req.authMode === 'cookie') cookies.clear(res);\n", put: '' },
  { wrong: 'the old cookies prevent a login', caught: [4], file: 'src/app.js', find: '  app.use(authenticate({ accounts, tokens, cookies }));\n', put: '', also: [['src/app.js', "  app.use('/accounts'", "  app.use(authenticate({ accounts, tokens, cookies }));\n  app.use('/accounts'"]] },
  { wrong: 'every login sets cookies', caught: [5], file: router, find: "    if (mode === 'token') {\n", put: "    cookies.set(res, { access: accessToken, refresh: refreshToken });\n    if (mode === 'token') {\n", },
  { wrong: 'a logout by token clears cookies', caught: [5], file: router, find: "if (req.authMode === 'cookie') cookies", put: 'cookies' },
  { wrong: 'nobody can log out with 204', caught: [5], file: router, find: '.post(requireUser, async (req, res) => {\n      await logins.end(req.loginId);', put: '.post(async (req, res) => {\n      if (req.loginId) await logins.end(req.loginId);', also: [[router, "import { requireUser } from './auth.js';\n", '']] },
  { wrong: 'a wrong header falls back to the cookie', caught: [6], file: auth, find: "header === undefined ? cookies.read(req, 'access') : readToken(header)", put: "readToken(header ?? '') || cookies.read(req, 'access')", also: [[auth, 'const claims = await tokens.verifyAccessToken(token);', "const claims = await tokens.verifyAccessToken(token) ?? await tokens.verifyAccessToken(cookies.read(req, 'access') ?? '');"]] },
  { wrong: 'an empty header counts as none', caught: [6], file: auth, find: 'header === undefined ? cookies', put: '!header ? cookies' },
];
