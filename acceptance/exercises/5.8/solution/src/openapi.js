import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import * as answerSchemas from './answer-schemas.js';

function jsonSchema(schema, io) {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}

const refTo = (name) => ({ $ref: `#/components/schemas/${name}` });

function parametersOf({ path, query, headers = {} }) {
  const { properties = {}, required = [] } = query ? jsonSchema(query, 'input') : {};
  return [
    ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema })),
    ...Object.entries(headers).map(([name, required]) => ({ name, in: 'header', required, schema: { type: 'string' } })),
  ];
}

// The refusals that follow from what an operation takes, and its own.
function failuresOf({ method, needs, body, query, headers, fails = [] }) {
  return [
    ...(query ? [400] : []),
    ...(body ? [400, 413, 422] : []),
    ...(needs ? [401] : []),
    ...(needs === 'staff' || (needs && method !== 'get') ? [403] : []),
    ...(headers?.['If-Match'] === undefined ? [] : [412]),
    ...(headers?.['If-Match'] ? [428] : []),
    ...fails,
  ];
}

// An answer is the name of a schema, a list of content types, or null where there is no body.
function contentOf(answer) {
  if (answer === null) return {};
  if (Array.isArray(answer)) return { content: Object.fromEntries(answer.map((type) => [type, {}])) };
  return { content: { 'application/json': { schema: refTo(answer) } } };
}

const problem = { content: { 'application/problem+json': { schema: refTo('Problem') } } };

function responsesOf(operation) {
  const good = Object.entries(operation.answers).map(([status, answer]) => [status, contentOf(answer)]);
  const bad = failuresOf(operation).map((status) => [status, problem]);
  return Object.fromEntries([...good, ...bad].map(([status, content]) => [status, { description: STATUS_CODES[status], ...content }]));
}

function bodyOf({ body, content, isBodyOptional = false }) {
  if (content) return { requestBody: { required: true, content } };
  if (!body) return {};
  return { requestBody: { required: !isBodyOptional, content: { 'application/json': { schema: jsonSchema(body, 'input') } } } };
}

function describe(operation) {
  const { operationId, summary, needs } = operation;
  return {
    operationId, summary,
    parameters: parametersOf(operation),
    ...bodyOf(operation),
    responses: responsesOf(operation),
    ...(needs && { security: [{ bearer: [] }] }),
  };
}

// The description of all operations, as OpenAPI 3.1.
export function buildDocument(operations) {
  const paths = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method]: describe(operation) };
  }
  const schemas = Object.fromEntries(Object.entries(answerSchemas).map(([name, schema]) => [name, jsonSchema(schema, 'output')]));
  return {
    openapi: '3.1.0',
    info: { title: 'ToolShed', version: '1.0.0' },
    paths,
    components: { schemas, securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  };
}
