import express from 'express';
import { ResetConfirmation, ResetRequest } from './account-schema.js';
import { parseJson, readBody } from './parse-json.js';
import { hashPassword } from './passwords.js';
import { HttpError } from './problem.js';

// A failure after the answer reaches nobody but the log.
function workLater(work) {
  setImmediate(() => work().catch((error) => console.error(error.stack)));
}

export function resetsRouter({ operations, accounts, resets, outbox, publicUrl, cost }) {
  const router = express.Router();
  const route = operations.on(router, '/auth/password-resets');

  async function sendLink(email) {
    const account = await accounts.findByEmail(email);
    if (!account) return;
    const token = await resets.issue(account.id);
    await outbox.send({ to: account.email, link: `${publicUrl}/reset#token=${token}` });
  }

  route('/', {
    post: [
      {
        operationId: 'requestPasswordReset', summary: 'Ask for a message with a link for a new password',
        body: ResetRequest, answers: { 202: 'Message' },
      },
      parseJson,
      (req, res) => {
        const { email } = readBody(ResetRequest, req);
        res.status(202).json({ message: 'If there is an account of this address, a message is on its way' });
        workLater(() => sendLink(email));
      },
    ],
  });

  route('/confirm', {
    post: [
      {
        operationId: 'resetPassword', summary: 'Set a new password with the token of the message',
        body: ResetConfirmation, answers: { 204: null },
      },
      parseJson,
      async (req, res) => {
        const { token, password } = readBody(ResetConfirmation, req);
        const passwordHash = await hashPassword(password, cost);
        if (!await resets.redeem(token, passwordHash)) throw new HttpError(400, 'This token is not valid');
        res.status(204).end();
      },
    ],
  });

  return router;
}
