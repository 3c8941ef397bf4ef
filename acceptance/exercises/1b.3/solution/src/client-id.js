// Who asks: by a key that we have given out, otherwise by the address.
export function clientId(req, apiKeys) {
  const key = req.get('x-api-key');
  return apiKeys.has(key) ? `key:${key}` : `ip:${req.ip}`;
}
