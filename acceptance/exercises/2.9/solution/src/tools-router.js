import express from 'express';
import { check } from './check.js';
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

  function change(schema) {
    return (req, res) => {
      if (!store.get(req.params.id)) throw unknown(req.params.id);
      if (req.body === undefined) throw new HttpError(400, 'Send the changes as JSON');
      res.json(store.change(req.params.id, check(schema, req.body)));
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
      const tool = store.add(check(ToolInput, req.body));
      res.status(201).location(`/tools/${tool.id}`).json(tool);
    })
    .all(refuseMethod('GET, HEAD, POST'));

  router.route('/:id')
    .get((req, res) => {
      const tool = store.get(req.params.id);
      if (!tool) throw unknown(req.params.id);
      res.json(tool);
    })
    .put(parseJson, change(ToolInput))
    .patch(parsePatch, change(ToolPatch))
    .delete((req, res) => {
      if (!store.remove(req.params.id)) throw unknown(req.params.id);
      res.status(204).end();
    })
    .all(refuseMethod('GET, HEAD, PUT, PATCH, DELETE'));

  return router;
}
