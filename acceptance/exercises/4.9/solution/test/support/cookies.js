import { sendJson } from './send-json.js';

const password = 'correct horse battery';

// Registers somebody, logs them in by cookie, and gives the headers that their browser sends.
export async function logInByCookie({ url }, email = 'ada@x.org') {
  await sendJson(url, 'POST', '/accounts', { name: 'Ada', email, password });
  const { headers, body } = await sendJson(url, 'POST', '/auth/login', { email, password, mode: 'cookie' });
  const cookie = headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  return { cookie, 'x-csrf-token': body.csrfToken };
}
