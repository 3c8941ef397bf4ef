import { randomUUID } from 'node:crypto';
import { emailKey } from '../email-key.js';
import { HttpError } from '../problem.js';
import { isUnique } from './violations.js';

export const ROLES = ['member', 'staff'];

const COLUMNS = ['member_id', 'password_hash'];

const toAccount = ({ member_id: id, password_hash: passwordHash }) => ({ id, passwordHash });

export function createAccountRepository({ db, now }) {
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

    async findByEmail(email) {
      const row = await db('accounts').first(COLUMNS).where({ email_key: emailKey(email) });
      return row && toAccount(row);
    },

    // The member with this id, if there is an account.
    async findUser(id) {
      return db('accounts').join('members', 'members.id', 'accounts.member_id')
        .first('members.id', 'members.name', 'accounts.email', 'accounts.role').where({ member_id: id });
    },

    // Whether there is an account of this address.
    async setRole(email, role) {
      return await db('accounts').where({ email_key: emailKey(email) }).update({ role }) > 0;
    },

    async setHash(id, passwordHash) {
      await db('accounts').where({ member_id: id }).update({ password_hash: passwordHash });
    },
  };
}
