import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sendJson } from './send-json.js';

const password = 'correct horse battery';

// Registers somebody, and gives the headers with which they are known.
export async function logIn({ url }, email = 'ada@x.org') {
  await sendJson(url, 'POST', '/accounts', { name: 'Ada', email, password });
  const { body } = await sendJson(url, 'POST', '/auth/login', { email, password });
  return { authorization: `Bearer ${body.accessToken}` };
}

export async function logInAsStaff(server) {
  const headers = await logIn(server, 'sam@x.org');
  await promisify(execFile)(process.execPath, ['src/grant-role.js', 'sam@x.org', 'staff'], { env: server.env });
  return headers;
}
