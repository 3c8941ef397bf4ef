import express from 'express';
import { AccountInput } from './account-schema.js';
import { parseJson, readBody } from './parse-json.js';
import { hashPassword } from './passwords.js';
import { refuseMethod } from './refuse-method.js';

export function accountsRouter({ accounts, cost }) {
  const router = express.Router();

  router.route('/')
    .post(parseJson, async (req, res) => {
      const { name, email, password } = readBody(AccountInput, req);
      const passwordHash = await hashPassword(password, cost);
      const account = await accounts.add({ name, email, passwordHash });
      res.status(201).location('/me').json(account);
    })
    .all(refuseMethod('POST'));

  return router;
}
