import { accessSync, constants, statSync } from 'node:fs';

export function readConfig(env) {
  const isProduction = env.NODE_ENV === 'production';
  if (isProduction && env.NOW_FILE !== undefined) throw new Error('NOW_FILE is for tests only');
  if (isProduction && env.PLANT_DRIFT !== undefined) throw new Error('PLANT_DRIFT is for tests only');
  return {
    port: readWholeNumber(env, 'PORT', { max: 65535 }),
    stopTimeoutMs: readWholeNumber({ STOP_TIMEOUT_MS: '10000', ...env }, 'STOP_TIMEOUT_MS', { max: 600_000 }),
    dbFile: readText(env, 'DB_FILE'),
    cursorKey: readText(env, 'CURSOR_KEY', { min: 32 }),
    scryptLogN: readWholeNumber({ SCRYPT_LOG_N: '15', ...env }, 'SCRYPT_LOG_N', { min: isProduction ? 15 : 10, max: 20 }),
    jwtKey: readKey(env, 'JWT_KEY'),
    publicUrl: readUrl(env, 'PUBLIC_URL', { isProduction }),
    outboxDir: readText(env, 'OUTBOX_DIR'),
    corsOrigins: readOrigins(env, 'CORS_ORIGINS', { isProduction }),
    isProduction,
    orphanAgeS: readWholeNumber({ ORPHAN_AGE_S: '3600', ...env }, 'ORPHAN_AGE_S', { max: 31_536_000 }),
    dataDir: readFolder(env, 'DATA_DIR'),
    plantDrift: readDrifts(env, 'PLANT_DRIFT'),
    debugRoutes: env.DEBUG_ROUTES === '1',
  };
}

// The ways in which the API is to break its own description.
const DRIFTS = ['hidden', 'example', 'schema', 'markup'];

function readDrifts(env, name) {
  const drifts = (env[name] ?? '').split(',').filter(Boolean);
  const unknown = drifts.find((drift) => !DRIFTS.includes(drift));
  if (unknown) throw new Error(`${name} knows ${DRIFTS.join(', ')}, but not "${unknown}"`);
  return new Set(drifts);
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

// The value is a secret: no message shows it.
function readKey(env, name) {
  const key = Buffer.from(readText(env, name), 'base64');
  if (key.length < 32) throw new Error(`${name} must be base64 of at least 32 bytes`);
  return key;
}

// Without the slash at its end, so that a path can follow.
function readUrl(env, name, { isProduction }) {
  const text = readText(env, name);
  const protocols = isProduction ? ['https:'] : ['http:', 'https:'];
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    throw new Error(`${name} must be an absolute URL with ${protocols.join(' or ')}, but is "${text}"`);
  }
  return text.replace(/\/+$/, '');
}

// Origins with commas between them: only what a browser would send.
function readOrigins(env, name, { isProduction }) {
  const origins = (env[name] ?? '').split(',').filter(Boolean);
  for (const text of origins) {
    const isOrigin = /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
    const isSafe = !isProduction || text.startsWith('https:');
    if (!isOrigin || !isSafe) throw new Error(`${name} must hold origins such as https://desk.example, but has "${text}"`);
  }
  return origins;
}

// A folder that is there and that the process may write to.
function readFolder(env, name) {
  const folder = readText(env, name);
  try {
    accessSync(folder, constants.W_OK);
    if (statSync(folder).isDirectory()) return folder;
  } catch {
    // The message below says it.
  }
  throw new Error(`${name} must be a folder that exists and can be written to, but is "${folder}"`);
}
