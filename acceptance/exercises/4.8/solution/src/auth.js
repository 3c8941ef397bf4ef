import { HttpError } from './problem.js';
import { unauthorized } from './unauthorized.js';

const INVALID = 'Bearer realm="toolshed", error="invalid_token"';

const readToken = (header) => /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '';

// Says in req.user who asks, in req.authMode by which proof, and in req.loginId since which login.
// A token that is there has to be good, also on a public route.
export function authenticate({ accounts, tokens, cookies }) {
  return async (req, res, next) => {
    const header = req.get('authorization');
    const token = header === undefined ? cookies.read(req, 'access') : readToken(header);
    if (token === undefined) return next();
    const claims = await tokens.verifyAccessToken(token);
    req.user = claims && await accounts.findUser(claims.sub, claims.sid);
    if (!req.user) throw unauthorized('The token is not valid', INVALID);
    req.authMode = header === undefined ? 'cookie' : 'token';
    req.loginId = claims.sid;
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
