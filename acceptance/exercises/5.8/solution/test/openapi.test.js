import test from 'node:test';
import assert from 'node:assert/strict';
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { createApp } from '../src/app.js';
import { readConfig } from '../src/config.js';
import { openDatabase } from '../src/db/open.js';
import { createOperations } from '../src/operations.js';
import { logInAsStaff } from './support/log-in.js';
import { sendJson } from './support/send-json.js';
import { ENV, startServer } from './support/start-server.js';

// All routes of a router and of those that are mounted in it.
function listRoutes({ stack }) {
  return stack.flatMap(({ route, handle }) => (route ? [route] : handle.stack ? listRoutes(handle) : []));
}

test('every route is an operation', async () => {
  const db = await openDatabase(':memory:');
  const operations = createOperations();
  const app = createApp({ ...readConfig({ ...ENV, ...process.env, DEBUG_ROUTES: '0' }), log: () => {}, db, operations });
  const others = listRoutes(app.router).filter((route) => !operations.has(route));
  await db.destroy();
  assert.deepEqual(others.map(({ path }) => path), []);
});

test('the description is valid, and each operation has a name of its own', async (t) => {
  const { url } = await startServer(t);
  const { body } = await sendJson(url, 'GET', '/openapi.json');
  const { valid, errors } = await new Validator().validate(structuredClone(body));
  assert.ok(valid, JSON.stringify(errors));
  const ids = Object.values(body.paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
  assert.equal(new Set(ids).size, ids.length);
});

test('the API and its description refuse the same bodies', async (t) => {
  const server = await startServer(t);
  const staff = await logInAsStaff(server);
  const { body: document } = await sendJson(server.url, 'GET', '/openapi.json');
  const ajv = addFormats(new Ajv({ strict: false }));
  const schemaOf = ({ requestBody }) => requestBody.content['application/json'].schema;
  const fits = ajv.compile(schemaOf(document.paths['/tools'].post));
  const drill = { name: 'Drill', price: 450 };
  for (const change of [{ name: ' ' }, { name: 'x'.repeat(81) }, { price: '450' }, { price: 4.5 }, { price: -1 }, { shelf: 'b7' }, { color: 'red' }]) {
    const body = { ...drill, ...change };
    assert.equal(fits(body), false, JSON.stringify(change));
    assert.equal((await sendJson(server.url, 'POST', '/tools', body, staff)).status, 422);
  }
  assert.ok(fits(drill));
  assert.equal(ajv.validate(schemaOf(document.paths['/tools/{id}'].patch), {}), false);
});
