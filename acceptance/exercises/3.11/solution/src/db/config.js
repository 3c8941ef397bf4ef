// Which database: { client: 'sqlite', file } or { client: 'postgres', url, schema }.
export function readDatabaseConfig(env) {
  const client = env.DB_CLIENT ?? 'sqlite';
  if (client === 'sqlite') return { client, file: require(env, 'DB_FILE') };
  if (client === 'postgres') return { client, url: require(env, 'DATABASE_URL'), schema: env.DB_SCHEMA ?? 'public' };
  throw new Error(`DB_CLIENT must be sqlite or postgres, but is "${client}"`);
}

function require(env, name) {
  if (!env[name]) throw new Error(`${name} is missing`);
  return env[name];
}
