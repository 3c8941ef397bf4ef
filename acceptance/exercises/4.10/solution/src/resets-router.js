import express from 'express';
import { ResetConfirmation, ResetRequest } from './account-schema.js';
import { parseJson, readBody } from './parse-json.js';
import { hashPassword } from './passwords.js';
import { HttpError } from './problem.js';
import { refuseMethod } from './refuse-method.js';

// A failure after the answer reaches nobody but the log.
function workLater(work) {
  setImmediate(() => work().catch((error) => console.error(error.stack)));
}

export function resetsRouter({ accounts, resets, outbox, publicUrl, cost }) {
  const router = express.Router();

  async function sendLink(email) {
    const account = await accounts.findByEmail(email);
    if (!account) return;
    const token = await resets.issue(account.id);
    await outbox.send({ to: account.email, link: `${publicUrl}/reset#token=${token}` });
  }

  router.route('/')
    .post(parseJson, (req, res) => {
      const { email } = readBody(ResetRequest, req);
      res.status(202).json({ message: 'If there is an account of this address, a message is on its way' });
      workLater(() => sendLink(email));
    })
    .all(refuseMethod('POST'));

  router.route('/confirm')
    .post(parseJson, async (req, res) => {
      const { token, password } = readBody(ResetConfirmation, req);
      const passwordHash = await hashPassword(password, cost);
      if (!await resets.redeem(token, passwordHash)) throw new HttpError(400, 'This token is not valid');
      res.status(204).end();
    })
    .all(refuseMethod('POST'));

  return router;
}
