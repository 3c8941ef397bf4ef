const list = 'src/tool-list.js';
const cursor = 'src/cursor.js';
const query = 'src/tool-query.js';
const router = 'src/tools-router.js';

export default [
  { wrong: 'the cursor is an offset', caught: [1], file: list, find: 'place: placeOf(page.at(-1), sort)', put: 'place: { count: offset + limit }', also: [[list, 'place ? found.filter((row) => compare(row, place) > 0)', 'place ? found.slice(place.count)']] },
  { wrong: 'the cursor looks for its tool', caught: [1], file: list, find: 'found.filter((row) => compare(row, place) > 0)', put: 'found.slice(found.findIndex((row) => row.number === place.number) + 1)' },
  { wrong: 'the number of creation is not in the cursor', caught: [1], file: query, find: 'return { number, tool: Object', put: 'return { number: 0, tool: Object' },
  { wrong: 'a descending order is followed upwards', caught: [1], file: list, find: 'compare(row, place) > 0', put: '(sort?.[0].sign ?? 1) * compare(row, place) > 0' },
  { wrong: 'a full last page has a cursor', caught: [2], file: list, find: 'rest.length > limit', put: 'rest.length >= limit' },
  { wrong: 'the last page has no nextCursor at all', caught: [2], file: list, find: ': null;', put: ': undefined;' },
  { wrong: 'the decoded bytes are signed', caught: [3], file: cursor, find: "createHmac('sha256', key).update(text)", put: "createHmac('sha256', key).update(Buffer.from(text, 'base64url'))" },
  { wrong: 'the decoded signatures are compared', caught: [3], file: cursor, find: '[Buffer.from(sign(text)), Buffer.from(signature)]', put: "[Buffer.from(sign(text), 'base64url'), Buffer.from(signature, 'base64url')]" },
  { wrong: 'the signature is not checked', caught: [3], file: cursor, find: ' || !isSigned(text, signature)', put: '' },
  { wrong: 'a signature of another length throws', caught: [3], file: cursor, find: 'expected.length === given.length && ', put: '' },
  { wrong: 'an empty cursor is the first page', caught: [3], file: list, find: 'cursor === undefined ? undefined', put: '!cursor ? undefined' },
  { wrong: 'the cursor knows nothing of its list', caught: [4], file: list, find: 'if (list === listOf(query)) return place;', put: 'if (place) return place;' },
  { wrong: 'the cursor knows the order and not the filters', caught: [4], file: list, find: '= ({ available, q, maxPrice, sort }) => JSON.stringify({ available, q, maxPrice, sort })', put: '= ({ sort }) => JSON.stringify({ sort })' },
  { wrong: 'cursor and offset together', caught: [4], file: query, find: 'cursor === undefined || offset === undefined', put: 'true' },
  { wrong: 'the limit is that of the first page', caught: [5], file: list, find: 'rest.slice(0, limit)', put: 'rest.slice(0, place ? 10 : limit)' },
  { wrong: 'total counts the rest', caught: [5], file: router, find: ': { items, limit, nextCursor }', put: ': { items, total, limit, nextCursor }' },
];
