const store = 'src/tool-store.js';
const router = 'src/tools-router.js';

export default [
  { wrong: 'the list is a bare array', caught: [1, 2, 3], file: router, find: 'res.json({ items: store.all() })', put: 'res.json(store.all())' },
  { wrong: 'the list has a second member', caught: [1], file: router, find: '{ items: store.all() }', put: '{ items: store.all(), total: store.all().length }' },
  { wrong: 'the newest first', caught: [2], file: store, find: '[...tools.values()]', put: '[...tools.values()].reverse()' },
  { wrong: 'the list sorts by name', caught: [2], file: store, find: '[...tools.values()]', put: "[...tools.values()].sort((a, b) => (a.name < b.name ? -1 : 1))" },
  { wrong: 'the answer to DELETE has a body', caught: [3], file: router, find: 'res.status(204).end()', put: "res.status(200).json({ deleted: true })" },
  { wrong: 'DELETE says a content type', caught: [3], file: router, find: 'res.status(204).end()', put: "res.status(204).set('Content-Type', 'application/json').end()" },
  { wrong: 'DELETE only says that it deleted', caught: [3, 4], file: store, find: 'tools.delete(id)', put: 'tools.has(id)' },
  { wrong: 'DELETE empties the shed', caught: [3], file: store, find: 'tools.delete(id)', put: 'tools.has(id) && (tools.clear(), true)' },
  { wrong: 'the second DELETE is 204', caught: [4], file: router, find: 'if (!store.remove(req.params.id)) throw unknown(req.params.id);', put: 'store.remove(req.params.id);' },
  { wrong: 'the 404 of DELETE is a bare status', caught: [4], file: router, find: 'if (!store.remove(req.params.id)) throw unknown(req.params.id);', put: 'if (!store.remove(req.params.id)) return res.sendStatus(404);' },
  { wrong: 'Allow was not extended', caught: [5], file: router, find: "'GET, HEAD, POST'", put: "'POST'" },
  { wrong: 'PUT of the list is 404', caught: [5], file: router, find: "    .all(refuseMethod('GET, HEAD, POST'));", put: '    .all((req, res, next) => next());' },
];
