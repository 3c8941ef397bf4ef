import { readDatabaseConfig } from './db/config.js';

export function readConfig(env) {
  return {
    port: readWholeNumber(env, 'PORT', { max: 65535 }),
    stopTimeoutMs: readWholeNumber({ STOP_TIMEOUT_MS: '10000', ...env }, 'STOP_TIMEOUT_MS', { max: 600_000 }),
    database: readDatabaseConfig(env),
    cursorKey: readText(env, 'CURSOR_KEY', { min: 32 }),
    debugRoutes: env.DEBUG_ROUTES === '1',
  };
}

function readWholeNumber(env, name, { max }) {
  const text = env[name] ?? '';
  if (!/^\d+$/.test(text) || Number(text) > max) {
    throw new Error(`${name} must be a whole number from 0 to ${max}, but is "${text}"`);
  }
  return Number(text);
}

function readText(env, name, { min = 1 } = {}) {
  if (!env[name]) throw new Error(`${name} is missing`);
  if (env[name].length < min) throw new Error(`${name} must have at least ${min} characters`);
  return env[name];
}
