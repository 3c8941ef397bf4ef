const csrf = 'src/csrf.js';
const router = 'src/auth-router.js';
const app = 'src/app.js';

export default [
  { wrong: 'the token is not checked', caught: [1, 3, 5], file: csrf, find: 'if (!isRight) throw', put: 'if (isRight === undefined) throw' },
  { wrong: 'one token for all logins', caught: [1], file: csrf, find: '.update(loginId)', put: ".update('login')" },
  { wrong: 'a missing token is accepted', caught: [1, 3], file: csrf, find: "const isRight = sent", put: 'const isRight = sent.length === 0 || sent' },
  { wrong: 'a token of another length throws', caught: [1], file: csrf, find: 'sent.length === expected.length && ', put: '' },
  { wrong: 'a neighbor is no stranger', caught: [1], file: csrf, find: "['same-origin', 'none']", put: "['same-origin', 'same-site', 'none']" },
  { wrong: 'only cross-site is refused', caught: [1], file: csrf, find: '!OWN_SITES.includes(site)', put: "site === 'cross-site'", also: [[csrf, "const OWN_SITES = ['same-origin', 'none'];\n", '']] },
  { wrong: 'Sec-Fetch-Site alone decides', caught: [2, 4, 6], file: csrf, find: '  if (origin === undefined) return false;\n  return !URL.canParse(origin) || new URL(origin).host !== req.get(\'host\');', put: '  return origin === undefined && false;' },
  { wrong: 'the beginnings are compared', caught: [2], file: csrf, find: "new URL(origin).host !== req.get('host')", put: "!origin.startsWith(`http://${req.get('host')}`)" },
  { wrong: 'the port does not count', caught: [2], file: csrf, find: "new URL(origin).host !== req.get('host')", put: "new URL(origin).hostname !== req.get('host').split(':')[0]" },
  { wrong: 'null is the own page', caught: [2, 4], file: csrf, find: 'if (origin === undefined)', put: "if (origin === undefined || origin === 'null')" },
  { wrong: 'an Origin of our own is foreign', caught: [2], file: csrf, find: "|| new URL(origin).host !== req.get('host')", put: '|| true' },
  { wrong: 'what the user began is foreign', caught: [3], file: csrf, find: "['same-origin', 'none']", put: "['same-origin']" },
  { wrong: 'without the headers of a browser it is foreign', caught: [3], file: csrf, find: 'if (origin === undefined) return false;', put: 'if (origin === undefined) return true;' },
  { wrong: 'only POST is checked', caught: [4], file: csrf, find: '!SAFE.includes(req.method)', put: "req.method === 'POST'", also: [[csrf, "const SAFE = ['GET', 'HEAD', 'OPTIONS'];\n", '']] },
  { wrong: 'DELETE is forgotten', caught: [4], file: csrf, find: "['GET', 'HEAD', 'OPTIONS']", put: "['GET', 'HEAD', 'OPTIONS', 'DELETE']" },
  { wrong: 'the refresh is not checked', caught: [4], file: router, find: "      if (mode === 'cookie') await checkRefresh(req, refreshToken);\n", put: '' },
  { wrong: 'a refused refresh uses up the token', caught: [4], file: router, find: "      if (mode === 'cookie') await checkRefresh(req, refreshToken);\n      const login = refreshToken && await logins.refresh(refreshToken);\n", put: "      const login = refreshToken && await logins.refresh(refreshToken);\n      if (mode === 'cookie' && login) csrf.check(req, login.id);\n" },
  { wrong: 'the logout stands in front of the check', caught: [4], file: app, find: '  app.use(csrf.guard);\n', put: '', also: [[app, "logoutRouter({ logins, cookies }));\n", "logoutRouter({ logins, cookies }));\n  app.use(csrf.guard);\n"]] },
  { wrong: 'a bearer token needs the check as well', caught: [5], file: csrf, find: "req.authMode === 'cookie' && ", put: 'req.loginId && ' },
  { wrong: 'a foreign page can log in', caught: [6], file: router, find: "      if (mode === 'cookie') refuseForeign(req);\n", put: '', also: [[router, "import { refuseForeign } from './csrf.js';\n", '']] },
  { wrong: 'the token may be kept by a cache', caught: [7], file: router, find: ".set('Cache-Control', 'no-store').json({ csrfToken: csrf.tokenOf(req.loginId) })", put: '.json({ csrfToken: csrf.tokenOf(req.loginId) })' },
  { wrong: 'another key for the page that was loaded again', caught: [7], file: router, find: 'csrf.tokenOf(req.loginId)', put: 'csrf.tokenOf(req.user.id)' },
  { wrong: 'everybody gets a token', caught: [7], file: router, find: '.get(requireUser, (req', put: '.get((req', also: [[router, 'csrf.tokenOf(req.loginId)', "csrf.tokenOf(req.loginId ?? 'nobody')"]] },
];
