import test from 'node:test';
import assert from 'node:assert/strict';
import { logIn, logInAsStaff } from './support/log-in.js';
import { sendJson } from './support/send-json.js';
import { startServer } from './support/start-server.js';

// For each route the status for nobody, for a member and for staff.
const ROUTES = [
  ['POST', '/tools', [401, 403, 422]],
  ['PUT', '/tools/x', [401, 403, 404]],
  ['PATCH', '/tools/x', [401, 403, 404]],
  ['DELETE', '/tools/x', [401, 403, 404]],
  ['POST', '/tools/x/copies', [401, 403, 404]],
  ['POST', '/members', [401, 403, 422]],
  ['GET', '/members/x', [401, 403, 404]],
  ['GET', '/loans?scope=all', [401, 403, 200]],
  ['GET', '/loans', [401, 200, 200]],
  ['GET', '/tools', [200, 200, 200]],
];

test('each route is open to those who may use it', async (t) => {
  const server = await startServer(t);
  const people = [{}, await logIn(server), await logInAsStaff(server)];
  for (const [method, path, expected] of ROUTES) {
    const answers = await Promise.all(people.map((headers) => sendJson(server.url, method, path, undefined, headers)));
    assert.deepEqual(answers.map(({ status }) => status), expected, `${method} ${path}`);
  }
});
