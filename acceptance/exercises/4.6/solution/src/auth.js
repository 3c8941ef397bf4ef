import { HttpError } from './problem.js';
import { unauthorized } from './unauthorized.js';

const INVALID = 'Bearer realm="toolshed", error="invalid_token"';

const readToken = (header) => /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '';

// Says in req.user who asks. A token that is there has to be good, also on a public route.
export function authenticate({ accounts, tokens }) {
  return async (req, res, next) => {
    const header = req.get('authorization');
    if (header === undefined) return next();
    const claims = await tokens.verifyAccessToken(readToken(header));
    req.user = claims && await accounts.findUser(claims.sub);
    if (!req.user) throw unauthorized('The token is not valid', INVALID);
    next();
  };
}

export function requireUser(req, res, next) {
  if (!req.user) throw unauthorized('Log in first');
  next();
}

export function requireRole(role) {
  return (req, res, next) => {
    if (!req.user) throw unauthorized('Log in first');
    if (req.user.role !== role) throw new HttpError(403, `Only ${role} may do this`);
    next();
  };
}
