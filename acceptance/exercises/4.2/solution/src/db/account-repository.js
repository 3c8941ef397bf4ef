import { randomUUID } from 'node:crypto';
import { emailKey } from '../email-key.js';
import { HttpError } from '../problem.js';
import { isUnique } from './violations.js';

export function createAccountRepository({ db, now = Date.now }) {
  return {
    // Creates the member and the account, or neither.
    async add({ name, email, passwordHash }) {
      const [id, createdAt] = [randomUUID(), new Date(now()).toISOString()];
      const account = {
        member_id: id, email, email_key: emailKey(email), password_hash: passwordHash, created_at: createdAt,
      };
      await db.transaction(async (trx) => {
        await trx('members').insert({ id, name, created_at: createdAt });
        await trx('accounts').insert(account);
      }).catch((error) => {
        throw isUnique(error, 'accounts.email_key') ? new HttpError(409, 'This address is taken') : error;
      });
      return { id, name, email, createdAt };
    },
  };
}
