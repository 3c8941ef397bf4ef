import express from 'express';
import { LoginInput, RefreshInput } from './account-schema.js';
import { refuseForeign } from './csrf.js';
import { parseJson, readBody } from './parse-json.js';
import { ACCESS_SECONDS } from './tokens.js';
import { unauthorized } from './unauthorized.js';

// What brings its own proof: it stands in front of `authenticate`.
export function authRouter({ operations, logIn, logins, tokens, cookies, csrf }) {
  const router = express.Router();
  const route = operations.on(router, '/auth');

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

  route('/login', {
    post: [
      {
        operationId: 'logIn', summary: 'Log in, by token or by cookie',
        body: LoginInput, answers: { 200: 'Login' }, fails: [401, 403],
      },
      parseJson,
      async (req, res) => {
        const { mode, ...input } = readBody(LoginInput, req);
        if (mode === 'cookie') refuseForeign(req);
        const account = await logIn(input);
        await answerLogin(res, mode, await logins.start(account.id));
      },
    ],
  });

  route('/refresh', {
    post: [
      {
        operationId: 'refreshLogin', summary: 'Exchange a refresh token for new tokens',
        body: RefreshInput, isBodyOptional: true, answers: { 200: 'Login' }, fails: [401, 403],
      },
      parseJson,
      async (req, res) => {
        const { mode, refreshToken } = readRefresh(req);
        if (mode === 'cookie') await checkRefresh(req, refreshToken);
        const login = refreshToken && await logins.refresh(refreshToken);
        if (!login) throw unauthorized('The refresh token is not valid');
        await answerLogin(res, mode, login);
      },
    ],
  });

  return router;
}

export function logoutRouter({ operations, logins, cookies }) {
  const router = express.Router();
  const route = operations.on(router, '/auth/logout');

  route('/', {
    post: [
      { operationId: 'logOut', summary: 'End this login', needs: 'user', answers: { 204: null } },
      async (req, res) => {
        await logins.end(req.loginId);
        if (req.authMode === 'cookie') cookies.clear(res);
        res.status(204).end();
      },
    ],
  });

  return router;
}

export function csrfRouter(csrf, { operations }) {
  const router = express.Router();
  const route = operations.on(router, '/auth/csrf');

  route('/', {
    get: [
      {
        operationId: 'getCsrfToken', summary: 'The token that changes by cookie need',
        needs: 'user', answers: { 200: 'CsrfToken' },
      },
      (req, res) => {
        res.set('Cache-Control', 'no-store').json({ csrfToken: csrf.tokenOf(req.loginId) });
      },
    ],
  });

  return router;
}
