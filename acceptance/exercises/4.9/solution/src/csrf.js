import { createHmac, timingSafeEqual } from 'node:crypto';
import { HttpError } from './problem.js';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];
const OWN_SITES = ['same-origin', 'none'];

// Whether a browser says that the request comes from a page of somebody else.
function isForeign(req) {
  const site = req.get('sec-fetch-site');
  if (site !== undefined) return !OWN_SITES.includes(site);
  const origin = req.get('origin');
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== req.get('host');
}

export function refuseForeign(req) {
  if (isForeign(req)) throw new HttpError(403, 'The request comes from a page of another origin');
}

// Tokens that only our own pages know: one for each login, and nothing is stored.
export function createCsrf(jwtKey) {
  const key = createHmac('sha256', jwtKey).update('csrf').digest(); // one key, one purpose
  const tokenOf = (loginId) => createHmac('sha256', key).update(loginId).digest('base64url');

  function check(req, loginId) {
    refuseForeign(req);
    const [sent, expected] = [Buffer.from(req.get('x-csrf-token') ?? ''), Buffer.from(tokenOf(loginId))];
    const isRight = sent.length === expected.length && timingSafeEqual(sent, expected);
    if (!isRight) throw new HttpError(403, 'The header x-csrf-token is missing or wrong');
  }

  return {
    tokenOf,
    check,
    // For everything that changes something with a cookie.
    guard(req, res, next) {
      if (req.authMode === 'cookie' && !SAFE.includes(req.method)) check(req, req.loginId);
      next();
    },
  };
}
