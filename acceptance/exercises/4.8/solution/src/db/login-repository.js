import { randomUUID } from 'node:crypto';
import { createRandomToken, hashToken } from '../random-token.js';

export const REFRESH_SECONDS = 30 * 86_400;

// A login is a family of refresh tokens, of which only hashes are stored.
export function createLoginRepository({ db, now }) {
  const time = (seconds = 0) => new Date(now() + 1000 * seconds).toISOString();

  async function issue(trx, login) {
    const refreshToken = createRandomToken();
    const row = { hash: hashToken(refreshToken), login_id: login.id, expires_at: time(REFRESH_SECONDS), used_at: null };
    await trx('refresh_tokens').insert(row);
    return { id: login.id, memberId: login.member_id, refreshToken };
  }

  const end = (trx, id) => trx('logins').where({ id }).whereNull('ended_at').update({ ended_at: time() });

  // The first statement writes, and only one request can mark a token.
  async function exchange(trx, hash) {
    const marked = await trx('refresh_tokens').where({ hash }).whereNull('used_at').where('expires_at', '>', time())
      .update({ used_at: time() });
    const login = await trx('refresh_tokens').join('logins', 'logins.id', 'login_id')
      .first('logins.id', 'member_id', 'used_at').where({ hash }).whereNull('ended_at');
    if (!login) return undefined;
    if (marked === 1) return issue(trx, login);
    if (login.used_at !== null) await end(trx, login.id);
    return undefined;
  }

  return {
    async start(memberId) {
      return db.transaction(async (trx) => {
        const login = { id: randomUUID(), member_id: memberId, created_at: time(), ended_at: null };
        await trx('logins').insert(login);
        return issue(trx, login);
      });
    },

    // The login with its next token; undefined if this one is not good. Nothing is thrown inside:
    // the end of a login whose token came back has to be committed.
    async refresh(refreshToken) {
      return db.transaction((trx) => exchange(trx, hashToken(refreshToken)));
    },

    async end(id) {
      await end(db, id);
    },
  };
}
