import express from 'express';
import { LoginInput, RefreshInput } from './account-schema.js';
import { requireUser } from './auth.js';
import { refuseForeign } from './csrf.js';
import { parseJson, readBody } from './parse-json.js';
import { refuseMethod } from './refuse-method.js';
import { ACCESS_SECONDS } from './tokens.js';
import { unauthorized } from './unauthorized.js';

// What brings its own proof: it stands in front of `authenticate`.
export function authRouter({ logIn, logins, tokens, cookies, csrf }) {
  const router = express.Router();

  async function answerLogin(res, mode, { id, memberId, refreshToken }) {
    const accessToken = await tokens.createAccessToken(memberId, id);
    res.set('Cache-Control', 'no-store');
    if (mode === 'token') {
      return res.json({ accessToken, tokenType: 'Bearer', expiresIn: ACCESS_SECONDS, refreshToken });
    }
    cookies.set(res, { access: accessToken, refresh: refreshToken });
    res.json({ csrfToken: csrf.tokenOf(id) });
  }

  // What needs the token of the login is checked before the refresh token is used up.
  async function checkRefresh(req, refreshToken) {
    const loginId = refreshToken && await logins.findId(refreshToken);
    if (loginId) csrf.check(req, loginId);
  }

  // A refresh without a body is one by cookie.
  function readRefresh(req) {
    const isBare = req.body === undefined;
    const refreshToken = isBare ? cookies.read(req, 'refresh') : readBody(RefreshInput, req).refreshToken;
    return { mode: isBare ? 'cookie' : 'token', refreshToken };
  }

  router.route('/login')
    .post(parseJson, async (req, res) => {
      const { mode, ...input } = readBody(LoginInput, req);
      if (mode === 'cookie') refuseForeign(req);
      const account = await logIn(input);
      await answerLogin(res, mode, await logins.start(account.id));
    })
    .all(refuseMethod('POST'));

  router.route('/refresh')
    .post(parseJson, async (req, res) => {
      const { mode, refreshToken } = readRefresh(req);
      if (mode === 'cookie') await checkRefresh(req, refreshToken);
      const login = refreshToken && await logins.refresh(refreshToken);
      if (!login) throw unauthorized('The refresh token is not valid');
      await answerLogin(res, mode, login);
    })
    .all(refuseMethod('POST'));

  return router;
}

export function logoutRouter({ logins, cookies }) {
  const router = express.Router();

  router.route('/')
    .post(requireUser, async (req, res) => {
      await logins.end(req.loginId);
      if (req.authMode === 'cookie') cookies.clear(res);
      res.status(204).end();
    })
    .all(refuseMethod('POST'));

  return router;
}

export function csrfRouter(csrf) {
  const router = express.Router();

  router.route('/')
    .get(requireUser, (req, res) => {
      res.set('Cache-Control', 'no-store').json({ csrfToken: csrf.tokenOf(req.loginId) });
    })
    .all(refuseMethod('GET, HEAD'));

  return router;
}
