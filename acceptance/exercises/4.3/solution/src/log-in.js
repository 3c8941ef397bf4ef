import { randomBytes } from 'node:crypto';
import { hashPassword, verifyPassword } from './passwords.js';
import { unauthorized } from './unauthorized.js';

const lnOf = (stored) => Number(/ln=(\d+)/.exec(stored)[1]);

// Gives a function that finds the account of an address and a password, or throws 401.
export function createLogIn({ accounts, cost }) {
  // The hash that belongs to nobody: an unknown address takes as long as a known one.
  const nobody = hashPassword(randomBytes(32).toString('base64url'), cost);

  return async function logIn({ email, password }) {
    const account = await accounts.findByEmail(email);
    const fits = await verifyPassword(password, account?.passwordHash ?? await nobody);
    if (!account || !fits) throw unauthorized('Address or password is wrong');
    if (lnOf(account.passwordHash) < cost.ln) await accounts.setHash(account.id, await hashPassword(password, cost));
    return account;
  };
}
