// The API's description of itself, as the criteria of exercises 5.8 and later use it.
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete']);

export async function readDocument(server) {
  const answer = await server.get('/openapi.json', 200);
  assert.match(answer.type, /^application\/json/, 'The content type of /openapi.json');
  return answer.json;
}

// [{ path, method, operationId, … }]: all operations of a document.
export function listOperations(document) {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) => Object.entries(item)
    .filter(([method]) => METHODS.has(method))
    .map(([method, operation]) => ({ path, method, ...operation })));
}

export function findOperation(document, method, path) {
  const found = listOperations(document).find((operation) => operation.method === method && operation.path === path);
  assert.ok(found, `The document has no operation ${method.toUpperCase()} ${path}`);
  return found;
}

// Which of these values the schema of the document at a JSON Pointer accepts, by the learner's own ajv.
export async function validate(program, document, pointer, values) {
  const file = join(program.scratch, 'validate.json');
  writeFileSync(file, JSON.stringify({ document, pointer, values }));
  const { code, stdout, stderr } = await program.evaluate(`
    import { readFileSync } from 'node:fs';
    import Ajv from 'ajv/dist/2020.js';
    import addFormats from 'ajv-formats';
    const { document, pointer, values } = JSON.parse(readFileSync(${JSON.stringify(file)}, 'utf8'));
    const ajv = addFormats(new Ajv({ strict: false })).addSchema(document, 'api');
    const fits = ajv.compile({ $ref: 'api#' + pointer });
    console.log(JSON.stringify(values.map((value) => fits(value))));
  `);
  assert.equal(code, 0, `The schema at ${pointer} cannot be used: ${stderr}`);
  return JSON.parse(stdout);
}

// The JSON Pointer to the schema of an operation's body, or of an answer with this status, as a fragment of a URI.
export function pointerTo(path, method, ...rest) {
  const steps = ['paths', path, method, ...rest, 'content', 'application/json', 'schema'];
  return ['', ...steps].map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
}
