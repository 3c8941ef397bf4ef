import { isDeepStrictEqual } from 'node:util';
import { createBodyCheck } from './body-check.js';

const documentedPath = (path) => path.replace(/:(\w+)/g, '{$1}');

function listOperations({ paths }) {
  return Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods)
    .map(([method, operation]) => ({ path, method, ...operation })));
}

// A function that gives the findings of one answer. Each check makes sense only if those before it hold.
export function createAnswerCheck(document) {
  const checkBody = createBodyCheck(document);

  return ({ operationId, path, method }, answer) => {
    const { status, type, body } = answer;
    const finding = (message, pointer = '') => [`${operationId} ${status} ${pointer} ${message}`.replaceAll('  ', ' ')];
    const operation = document.paths[documentedPath(path)]?.[method];
    if (!operation) return finding('is not an operation of the document');
    const response = operation.responses[status];
    if (!response) return finding('is a status that is not documented');
    const types = Object.keys(response.content ?? {});
    const isTyped = types.length === 0 ? type === '' : types.includes(type);
    if (!isTyped) return finding(`has the content type ${type || '(none)'}, which is not documented`);
    return checkBody({ path, method }, { status, type, body }).flatMap(({ pointer, message }) => finding(message, pointer));
  };
}

// Operations without an example, and successes that no example brought about. `seen` holds "operationId status".
export function findGaps(document, seen) {
  return listOperations(document).flatMap(({ operationId, responses }) => {
    const isShown = [...seen].some((pair) => pair.startsWith(`${operationId} `));
    if (!isShown) return [`${operationId} has no example`];
    const successes = Object.keys(responses).filter((status) => status < 400);
    return successes.filter((status) => !seen.has(`${operationId} ${status}`)).map((status) => `${operationId} ${status} is documented, and no example shows it`);
  });
}

// The operations in which the served document differs from the saved one.
export function findChanges(saved, served) {
  const [before, after] = [saved, served].map((document) => new Map(listOperations(document).map((operation) => [operation.operationId, operation])));
  const ids = new Set([...before.keys(), ...after.keys()]);
  const changed = [...ids].filter((id) => !isDeepStrictEqual(before.get(id), after.get(id)));
  const rest = ({ paths, ...others }) => others;
  return [
    ...changed.map((id) => `${id} differs from openapi.json: run npm run openapi if that is meant`),
    ...(isDeepStrictEqual(rest(saved), rest(served)) ? [] : ['components or info differ from openapi.json: run npm run openapi if that is meant']),
  ];
}
