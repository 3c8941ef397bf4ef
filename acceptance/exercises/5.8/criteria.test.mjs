import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, criterion } from '../../kit/index.mjs';
import { findOperation, listOperations, pointerTo, readDocument, validate } from '../../kit/openapi.mjs';
import { addTool, change, startShed } from '../../kit/toolshed.mjs';

const VALIDATOR = 'node_modules/@seriousme/openapi-schema-validator/bin/validate-api-cli.js';

// What modules 1 to 5 made; the names of path parameters are free.
const ROUTES = `
  GET /health, GET /ready, POST /echo, GET /convert/{}, POST /labels, GET /openapi.json,
  POST /accounts, POST /auth/login, POST /auth/refresh, POST /auth/logout, GET /auth/csrf,
  POST /auth/password-resets, POST /auth/password-resets/confirm, GET /me,
  GET /tools, POST /tools, GET /tools/{}, PUT /tools/{}, PATCH /tools/{}, DELETE /tools/{},
  GET /tools/{}/stock, GET /tools/{}/copies, POST /tools/{}/copies, GET /tools/{}/photos, POST /tools/{}/photos,
  GET /photos/{}, DELETE /photos/{}, GET /photos/{}/file, POST /members, GET /members/{},
  GET /loans, POST /loans, GET /loans/{}, PUT /loans/{}/return, GET /manuals/{}, GET /archive/photos`
  .split(',').map((route) => route.trim());

criterion('5.8/1', 'Saved to a file, `npx validate-api openapi.json` exits with 0', async (program) => {
  const document = await readDocument(await program.start());
  assert.match(document.openapi, /^3\.1\./, 'The member openapi');
  const file = join(program.scratch, 'openapi.json');
  writeFileSync(file, JSON.stringify(document));
  const { code, stdout, stderr } = await program.run(VALIDATOR, [file]);
  assert.equal(code, 0, `validate-api says: ${stderr}${stdout.slice(0, 2000)}`);
});

criterion('5.8/2', 'The document has an operation for every route and method of the app', async (program) => {
  const operations = listOperations(await readDocument(await program.start({ DEBUG_ROUTES: '1' })));
  const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '{}')}`);
  assert.deepEqual(ROUTES.filter((route) => !described.includes(route)), [], 'The routes that are not in the document');
  assert.deepEqual(described.filter((route) => route.includes('/debug')), [], 'Debug routes in the document');
  const ids = operations.map(({ operationId }) => operationId);
  assert.deepEqual(ids.filter((id, at) => !id || ids.indexOf(id) !== at), [], 'Names of operations that are missing or appear twice');
  const { code, stdout, stderr } = await program.npmTest({ PLANT_DRIFT: 'hidden' });
  assert.equal(code, 1, `The exit code of npm test with PLANT_DRIFT=hidden`);
  assert.ok(`${stdout}${stderr}`.includes('/hidden'), 'The output of npm test does not name /hidden');
});

// These ask for what is in the body or in a cookie, not for a token.
const OWN_PROOF = ['/auth/login', '/auth/refresh'];

criterion('5.8/3', 'Every operation that answers 401 to a request without a token has `security`', async (program) => {
  const server = await program.start();
  for (const { method, path, operationId, security, responses } of listOperations(await readDocument(server))) {
    const { status } = await server.send(method.toUpperCase(), path.replace(/\{\w+\}/g, 'x'), null);
    const asks = status === 401 && !OWN_PROOF.includes(path);
    assert.equal(Boolean(security?.length), asks, `${operationId} has security`);
    if (asks) assert.ok(responses['401'], `${operationId} does not list 401`);
  }
});

criterion('5.8/4', 'Each `{name}` in a path is a required parameter with `in: path`', async (program) => {
  const document = await readDocument(await program.start());
  const { parameters = [] } = findOperation(document, 'get', '/tools');
  const names = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name).sort();
  assert.deepEqual(names, ['available', 'cursor', 'limit', 'maxPrice', 'offset', 'q', 'sort'], 'The query of GET /tools');
  assert.equal(parameters.length, names.length, 'The number of parameters of GET /tools');
  for (const { path, operationId, parameters: own = [] } of listOperations(document)) {
    const inPath = own.filter((parameter) => parameter.in === 'path');
    assert.deepEqual(inPath.map(({ name }) => name), [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name), `The path parameters of ${operationId}`);
    assert.ok(inPath.every(({ required }) => required === true), `A path parameter of ${operationId} is not required`);
  }
});

const DRILL = { name: 'Drill', price: 450 };

const REFUSED = [
  {}, { ...DRILL, name: ' \t ' }, { ...DRILL, name: 'x'.repeat(81) }, { ...DRILL, price: '450' }, { ...DRILL, price: 4.5 },
  { ...DRILL, price: -1 }, { ...DRILL, shelf: 'b7' }, { ...DRILL, color: 'red' },
];

async function assertRefused(program, document, [path, method], bodies, send) {
  const accepted = await validate(program, document, pointerTo(path, method, 'requestBody'), bodies);
  for (const [at, body] of bodies.entries()) {
    assert.equal(accepted[at], false, `The schema of ${method.toUpperCase()} ${path} accepts ${JSON.stringify(body)}`);
    await send(body);
  }
}

criterion('5.8/5', 'the API answers 422 and the schema of the document rejects it', async (program) => {
  const server = await startShed(program);
  const document = await readDocument(server);
  await assertRefused(program, document, ['/tools', 'post'], REFUSED, (json) => server.post('/tools', 422, { json }));
  const tool = await addTool(server);
  const [path] = Object.keys(document.paths).filter((name) => /^\/tools\/\{\w+\}$/.test(name));
  await assertRefused(program, document, [path, 'patch'], [{}, { name: null }], (json) => change(server, 'PATCH', `/tools/${tool.id}`, 422, { json }));
});

criterion('5.8/6', 'is accepted by both, and the answer fits the schema of status 201', async (program) => {
  const server = await startShed(program);
  const document = await readDocument(server);
  const [fits] = await validate(program, document, pointerTo('/tools', 'post', 'requestBody'), [DRILL]);
  assert.ok(fits, 'The schema of the body refuses it');
  const { json } = await server.post('/tools', 201, { json: DRILL });
  const [described, ...foreign] = await validate(program, document, pointerTo('/tools', 'post', 'responses', '201'), [json, {}, { ...json, color: 'red' }]);
  assert.ok(described, `The schema of status 201 refuses the answer ${JSON.stringify(json)}`);
  assert.deepEqual(foreign, [false, false], 'The schema accepts an empty answer, and one with an unknown member');
});
