export function readConfig(env) {
  return {
    port: readWholeNumber(env, 'PORT', { max: 65535 }),
    stopTimeoutMs: readWholeNumber({ STOP_TIMEOUT_MS: '10000', ...env }, 'STOP_TIMEOUT_MS', { max: 600_000 }),
    limit: readWholeNumber({ LIMIT: '100', ...env }, 'LIMIT', { min: 1, max: 1_000_000 }),
    windowMs: readWholeNumber({ WINDOW_MS: '60000', ...env }, 'WINDOW_MS', { min: 1, max: 86_400_000 }),
    limiter: readWord({ LIMITER: 'window', ...env }, 'LIMITER', ['window', 'bucket']),
    trustProxy: readWholeNumber({ TRUST_PROXY: '0', ...env }, 'TRUST_PROXY', { max: 5 }),
    apiKeys: new Set((env.API_KEYS ?? '').split(',').filter(Boolean)),
    debugRoutes: env.DEBUG_ROUTES === '1',
  };
}

function readWord(env, name, words) {
  if (words.includes(env[name])) return env[name];
  throw new Error(`${name} must be one of ${words.join(', ')}, but is "${env[name]}"`);
}

function readWholeNumber(env, name, { min = 0, max }) {
  const text = env[name] ?? '';
  if (!/^\d+$/.test(text) || Number(text) < min || Number(text) > max) {
    throw new Error(`${name} must be a whole number from ${min} to ${max}, but is "${text}"`);
  }
  return Number(text);
}
