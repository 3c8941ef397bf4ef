import express from 'express';
import { AccountInput } from './account-schema.js';
import { parseJson, readBody } from './parse-json.js';
import { hashPassword } from './passwords.js';

export function accountsRouter({ operations, accounts, cost }) {
  const router = express.Router();
  const route = operations.on(router, '/accounts');

  route('/', {
    post: [
      {
        operationId: 'createAccount', summary: 'Create an account',
        body: AccountInput, answers: { 201: 'Account' }, fails: [409],
      },
      parseJson,
      async (req, res) => {
        const { name, email, password } = readBody(AccountInput, req);
        const passwordHash = await hashPassword(password, cost);
        const account = await accounts.add({ name, email, passwordHash });
        res.status(201).location('/me').json(account);
      },
    ],
  });

  return router;
}
