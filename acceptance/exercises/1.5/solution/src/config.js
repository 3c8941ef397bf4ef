export function readConfig(env) {
  return { port: readPort(env) };
}

function readPort(env) {
  const text = env.PORT ?? '';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new Error(`PORT must be a whole number from 0 to 65535, but is "${text}"`);
  }
  return port;
}
