import { ACCESS_SECONDS } from './tokens.js';
import { REFRESH_SECONDS } from './db/login-repository.js';

const LIFETIMES = { access: ACCESS_SECONDS, refresh: REFRESH_SECONDS };

function readCookie(req, name) {
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}

// The two cookies of a login: access and refresh.
export function createCookies({ isProduction }) {
  const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure: isProduction };
  const nameOf = (kind) => (isProduction ? `__Host-${kind}` : kind);

  return {
    read: (req, kind) => readCookie(req, nameOf(kind)),
    set(res, values) {
      for (const [kind, value] of Object.entries(values)) {
        res.cookie(nameOf(kind), value, { ...attributes, maxAge: 1000 * LIFETIMES[kind] });
      }
    },
    clear(res) {
      for (const kind of Object.keys(LIFETIMES)) res.clearCookie(nameOf(kind), attributes);
    },
  };
}
