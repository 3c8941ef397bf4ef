import express from 'express';
import { check } from './check.js';
import { HttpError } from './problem.js';
import { refuseMethod } from './refuse-method.js';
import { filterTools, ToolQuery } from './tool-query.js';
import { ToolInput, ToolPatch } from './tool-schema.js';

const parseJson = express.json({ limit: '10kb' });
const parsePatch = express.json({
  limit: '10kb',
  type: ['application/json', 'application/merge-patch+json'],
});

const unknown = (id) => new HttpError(404, `There is no tool ${id}`);

export function toolsRouter(store) {
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
      res.json({ items: filterTools(store.all(), query) });
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
