import { HttpError } from './problem.js';
import { compareRows, filterRows, placeOf } from './tool-query.js';

// What a cursor belongs to: the filters and the order of a request.
const listOf = ({ available, q, maxPrice, sort }) => JSON.stringify({ available, q, maxPrice, sort });

function readPlace(query, cursors) {
  const { list, place } = cursors.read(query.cursor) ?? {};
  if (list === listOf(query)) return place;
  const message = 'This cursor does not belong to this list';
  throw new HttpError(400, message, [{ path: 'cursor', message }]);
}

// One page of the rows: { items, total, nextCursor }.
export function listTools(rows, query, cursors) {
  const { sort, limit, offset = 0, cursor } = query;
  const compare = compareRows(sort);
  const found = filterRows(rows, query).toSorted(compare);
  const place = cursor === undefined ? undefined : readPlace(query, cursors);
  const rest = place ? found.filter((row) => compare(row, place) > 0) : found.slice(offset);
  const page = rest.slice(0, limit);
  const more = rest.length > limit;
  const nextCursor = more ? cursors.write({ list: listOf(query), place: placeOf(page.at(-1), sort) }) : null;
  return { items: page.map(({ tool }) => tool), total: found.length, nextCursor };
}
