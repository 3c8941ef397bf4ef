import { randomUUID } from 'node:crypto';

export function createAccountRepository({ db, now = Date.now }) {
  return {
    // Creates the member and the account, or neither.
    async add({ name, email, passwordHash }) {
      const [id, createdAt] = [randomUUID(), new Date(now()).toISOString()];
      await db.transaction(async (trx) => {
        await trx('members').insert({ id, name, created_at: createdAt });
        await trx('accounts').insert({ member_id: id, email, password_hash: passwordHash, created_at: createdAt });
      });
      return { id, name, email, createdAt };
    },
  };
}
