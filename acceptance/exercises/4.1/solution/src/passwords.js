import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(scrypt);
const LENGTH = 32;

function compute(password, salt, { ln, r, p }) {
  const N = 2 ** ln;
  const maxmem = 256 * N * r; // twice what scrypt needs
  return derive(password.normalize('NFKC'), salt, LENGTH, { N, r, p, maxmem });
}

export async function hashPassword(password, cost = { ln: 15, r: 8, p: 3 }) {
  const salt = randomBytes(16);
  const hash = await compute(password, salt, cost);
  const { ln, r, p } = cost;
  return `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

export async function verifyPassword(password, stored) {
  const [, , cost, salt, hash] = stored.split('$');
  const pairs = cost.split(',').map((pair) => pair.split('='));
  const numbers = Object.fromEntries(pairs.map(([name, value]) => [name, Number(value)]));
  const actual = await compute(password, Buffer.from(salt, 'base64url'), numbers);
  return timingSafeEqual(actual, Buffer.from(hash, 'base64url'));
}
