import express from 'express';
import { LoginInput } from './account-schema.js';
import { parseJson, readBody } from './parse-json.js';
import { refuseMethod } from './refuse-method.js';
import { ACCESS_SECONDS } from './tokens.js';

export function authRouter({ logIn, tokens }) {
  const router = express.Router();

  router.route('/login')
    .post(parseJson, async (req, res) => {
      const account = await logIn(readBody(LoginInput, req));
      const accessToken = await tokens.createAccessToken(account.id);
      res.set('Cache-Control', 'no-store').json({ accessToken, tokenType: 'Bearer', expiresIn: ACCESS_SECONDS });
    })
    .all(refuseMethod('POST'));

  return router;
}
