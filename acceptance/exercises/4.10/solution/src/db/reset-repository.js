import { createRandomToken, hashToken } from '../random-token.js';

const RESET_MS = 30 * 60_000;

export function createResetRepository({ db, now }) {
  const time = (ms = 0) => new Date(now() + ms).toISOString();

  return {
    // A new token; the earlier ones of this member are no longer valid.
    async issue(memberId) {
      const token = createRandomToken();
      const row = { hash: hashToken(token), member_id: memberId, expires_at: time(RESET_MS), used_at: null };
      await db.transaction(async (trx) => {
        await trx('password_resets').where({ member_id: memberId }).whereNull('used_at').update({ used_at: time() });
        await trx('password_resets').insert(row);
      });
      return token;
    },

    // Uses up the token, stores the hash and ends all logins of the member. False if the token is not valid.
    async redeem(token, passwordHash) {
      return db.transaction(async (trx) => {
        const [reset] = await trx('password_resets').where({ hash: hashToken(token) }).whereNull('used_at')
          .where('expires_at', '>', time()).update({ used_at: time() }).returning('member_id');
        if (!reset) return false;
        const { member_id: memberId } = reset;
        await trx('accounts').where({ member_id: memberId }).update({ password_hash: passwordHash });
        await trx('logins').where({ member_id: memberId }).whereNull('ended_at').update({ ended_at: time() });
        return true;
      });
    },
  };
}
