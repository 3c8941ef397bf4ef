import express from 'express';
import { HttpError } from './problem.js';
import { refuseMethod } from './refuse-method.js';

export function toolsRouter(store) {
  const router = express.Router();

  router.route('/')
    .post(express.json({ limit: '10kb' }), (req, res) => {
      if (req.body === undefined) throw new HttpError(400, 'Send the tool as JSON');
      const tool = store.add(req.body);
      res.status(201).location(`/tools/${tool.id}`).json(tool);
    })
    .all(refuseMethod('POST'));

  router.route('/:id')
    .get((req, res) => {
      const tool = store.get(req.params.id);
      if (!tool) throw new HttpError(404, `There is no tool ${req.params.id}`);
      res.json(tool);
    })
    .all(refuseMethod('GET, HEAD'));

  return router;
}
