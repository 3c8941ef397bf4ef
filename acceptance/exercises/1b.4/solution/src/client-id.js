const MAPPED = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i;

// Who asks: by a key that we have given out, otherwise by the address that Express believes.
export function clientId(req, apiKeys) {
  const key = req.get('x-api-key');
  return apiKeys.has(key) ? `key:${key}` : `ip:${req.ip.replace(MAPPED, '')}`;
}
