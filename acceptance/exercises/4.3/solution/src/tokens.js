import { SignJWT } from 'jose';
import { now } from './clock.js';

const NAME = 'toolshed';
export const ACCESS_SECONDS = 900;

export function createTokens(key) {
  return {
    async createAccessToken(memberId) {
      const issuedAt = Math.floor(now() / 1000);
      return new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(NAME).setAudience(NAME).setSubject(memberId)
        .setIssuedAt(issuedAt).setExpirationTime(issuedAt + ACCESS_SECONDS)
        .sign(key);
    },
  };
}
