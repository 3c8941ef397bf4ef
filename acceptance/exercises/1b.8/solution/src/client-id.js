import { ipKeyGenerator } from 'express-rate-limit';

const MAPPED = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i;

// Who asks: by a key that we have given out, otherwise by the address that Express believes. Of an IPv6 address the
// first 56 bits count, since a customer has all the others.
export function clientId(req, apiKeys) {
  const key = req.get('x-api-key');
  return apiKeys.has(key) ? `key:${key}` : `ip:${ipKeyGenerator(req.ip.replace(MAPPED, ''), 56)}`;
}
