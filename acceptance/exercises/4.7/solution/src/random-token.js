import { createHash, randomBytes } from 'node:crypto';

export const createRandomToken = () => randomBytes(32).toString('base64url');

// Nobody can guess 256 random bits, so a fast hash is right.
export const hashToken = (token) => createHash('sha256').update(token).digest('hex');
