const links = 'src/page-links.js';
const query = 'src/tool-query.js';
const router = 'src/tools-router.js';

export default [
  { wrong: 'first cut, then filter', caught: [1], file: router, find: 'filterRows(store.all(), query)', put: 'filterRows(store.all().slice(offset, offset + limit), query)' },
  { wrong: 'first cut, then sort', caught: [3], file: router, find: '.toSorted(compareRows(query.sort));', put: ';', also: [[router, 'rows.slice(offset, offset + limit).map', 'rows.slice(offset, offset + limit).toSorted(compareRows(query.sort)).map']] },
  { wrong: 'total counts the page', caught: [1], file: router, find: 'res.json({ items, total: rows.length,', put: 'res.json({ items, total: items.length,' },
  { wrong: 'total counts all tools', caught: [1], file: router, find: 'res.json({ items, total: rows.length,', put: 'res.json({ items, total: store.all().length,' },
  { wrong: 'pages overlap by one', caught: [1], file: links, find: 'links.next = url(offset + limit)', put: 'links.next = url(offset + limit - 1)' },
  { wrong: 'a last page that is full has a next one', caught: [2], file: links, find: 'offset + limit < total', put: 'offset + limit <= total' },
  { wrong: 'every page has a next one', caught: [1], file: links, find: 'offset + limit < total', put: 'offset < total' },
  { wrong: 'the first page has a previous one', caught: [2], file: links, find: '  if (offset > 0) links.prev', put: '  links.prev' },
  { wrong: 'prev goes back by one entry', caught: [2], file: links, find: 'Math.max(0, offset - limit)', put: 'Math.min(0, offset - 1) + 1' },
  { wrong: 'the links forget the filter', caught: [3], file: links, find: '...req.query, limit,', put: 'limit,' },
  { wrong: 'the links forget the limit', caught: [3], file: links, find: '...req.query, limit,', put: "...req.query, limit: 20," },
  { wrong: 'a limit above the maximum is made smaller', caught: [4], file: query, find: "Digits.refine((limit) => limit >= 1 && limit <= 100, 'From 1 to 100')", put: "Digits.refine((limit) => limit >= 1).transform((limit) => Math.min(limit, 100))" },
  { wrong: 'a limit of 0', caught: [4], file: query, find: 'limit >= 1 && limit <= 100', put: 'limit <= 100' },
  { wrong: 'the maximum is excluded', caught: [4], file: query, find: 'limit <= 100', put: 'limit < 100' },
  { wrong: 'behind the end is 404', caught: [5], file: router, find: '      const items = rows.slice', put: "      if (offset > rows.length) throw new HttpError(404, 'There is no such page');\n      const items = rows.slice" },
];
