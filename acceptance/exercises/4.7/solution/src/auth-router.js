import express from 'express';
import { LoginInput, RefreshInput } from './account-schema.js';
import { parseJson, readBody } from './parse-json.js';
import { refuseMethod } from './refuse-method.js';
import { ACCESS_SECONDS } from './tokens.js';
import { unauthorized } from './unauthorized.js';

export function authRouter({ logIn, logins, tokens }) {
  const router = express.Router();

  async function answerTokens(res, { id, memberId, refreshToken }) {
    const accessToken = await tokens.createAccessToken(memberId, id);
    res.set('Cache-Control', 'no-store');
    res.json({ accessToken, tokenType: 'Bearer', expiresIn: ACCESS_SECONDS, refreshToken });
  }

  router.route('/login')
    .post(parseJson, async (req, res) => {
      const account = await logIn(readBody(LoginInput, req));
      await answerTokens(res, await logins.start(account.id));
    })
    .all(refuseMethod('POST'));

  router.route('/refresh')
    .post(parseJson, async (req, res) => {
      const login = await logins.refresh(readBody(RefreshInput, req).refreshToken);
      if (!login) throw unauthorized('The refresh token is not valid');
      await answerTokens(res, login);
    })
    .all(refuseMethod('POST'));

  return router;
}
