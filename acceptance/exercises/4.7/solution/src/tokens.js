import { jwtVerify, SignJWT } from 'jose';
import { now } from './clock.js';

const NAME = 'toolshed';
const RULES = { algorithms: ['HS256'], issuer: NAME, audience: NAME, requiredClaims: ['sub', 'sid', 'exp'] };

export const ACCESS_SECONDS = 900;

export function createTokens(key) {
  return {
    async createAccessToken(memberId, loginId) {
      const issuedAt = Math.floor(now() / 1000);
      return new SignJWT({ sid: loginId })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(NAME).setAudience(NAME).setSubject(memberId)
        .setIssuedAt(issuedAt).setExpirationTime(issuedAt + ACCESS_SECONDS)
        .sign(key);
    },

    // The claims, or undefined if the token is not one of ours or no longer valid.
    async verifyAccessToken(token) {
      const rules = { ...RULES, currentDate: new Date(now()) };
      return jwtVerify(token, key, rules).then(({ payload }) => payload, () => undefined);
    },
  };
}
