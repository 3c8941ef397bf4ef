import express from 'express';
import { check } from './check.js';
import { requireMatch, tagOf } from './if-match.js';
import { cursorLinks, offsetLinks } from './page-links.js';
import { HttpError } from './problem.js';
import { refuseMethod } from './refuse-method.js';
import { listTools } from './tool-list.js';
import { ToolQuery } from './tool-query.js';
import { ToolInput, ToolPatch } from './tool-schema.js';

const parseJson = express.json({ limit: '10kb' });
const parsePatch = express.json({
  limit: '10kb',
  type: ['application/json', 'application/merge-patch+json'],
});

const unknown = (id) => new HttpError(404, `There is no tool ${id}`);

export function toolsRouter(store, cursors) {
  const router = express.Router();

  function find(req) {
    const row = store.get(req.params.id);
    if (!row) throw unknown(req.params.id);
    return row;
  }

  const send = (res, row) => res.set('ETag', tagOf(row)).json(row.tool);

  // Between the check and the write there is no await.
  function change(schema) {
    return (req, res) => {
      requireMatch(req, find(req));
      if (req.body === undefined) throw new HttpError(400, 'Send the changes as JSON');
      send(res, store.change(req.params.id, check(schema, req.body)));
    };
  }

  router.route('/')
    .get((req, res) => {
      const query = check(ToolQuery, req.query, 400);
      const { cursor, limit, offset = 0 } = query;
      const { items, total, nextCursor } = listTools(store.all(), query, cursors);
      const links = cursor === undefined
        ? offsetLinks(req, { limit, offset, total })
        : cursorLinks(req, nextCursor);
      if (Object.keys(links).length > 0) res.links(links);
      res.json(cursor === undefined ? { items, total, limit, offset, nextCursor } : { items, limit, nextCursor });
    })
    .post(parseJson, (req, res) => {
      if (req.body === undefined) throw new HttpError(400, 'Send the tool as JSON');
      const row = store.add(check(ToolInput, req.body));
      send(res.status(201).location(`/tools/${row.tool.id}`), row);
    })
    .all(refuseMethod('GET, HEAD, POST'));

  router.route('/:id')
    .get((req, res) => send(res, find(req)))
    .put(parseJson, change(ToolInput))
    .patch(parsePatch, change(ToolPatch))
    .delete((req, res) => {
      requireMatch(req, find(req), { optional: true });
      store.remove(req.params.id);
      res.status(204).end();
    })
    .all(refuseMethod('GET, HEAD, PUT, PATCH, DELETE'));

  return router;
}
