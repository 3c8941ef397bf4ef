export function readConfig(env) {
  const isProduction = env.NODE_ENV === 'production';
  return {
    port: readWholeNumber(env, 'PORT', { max: 65535 }),
    stopTimeoutMs: readWholeNumber({ STOP_TIMEOUT_MS: '10000', ...env }, 'STOP_TIMEOUT_MS', { max: 600_000 }),
    dbFile: readText(env, 'DB_FILE'),
    cursorKey: readText(env, 'CURSOR_KEY', { min: 32 }),
    scryptLogN: readWholeNumber({ SCRYPT_LOG_N: '15', ...env }, 'SCRYPT_LOG_N', { min: isProduction ? 15 : 10, max: 20 }),
    debugRoutes: env.DEBUG_ROUTES === '1',
  };
}

function readWholeNumber(env, name, { min = 0, max }) {
  const text = env[name] ?? '';
  if (!/^\d+$/.test(text) || Number(text) < min || Number(text) > max) {
    throw new Error(`${name} must be a whole number from ${min} to ${max}, but is "${text}"`);
  }
  return Number(text);
}

function readText(env, name, { min = 1 } = {}) {
  if (!env[name]) throw new Error(`${name} is missing`);
  if (env[name].length < min) throw new Error(`${name} must have at least ${min} characters`);
  return env[name];
}
