import { randomUUID } from 'node:crypto';
import express from 'express';
import { toCsv } from './csv.js';
import { HttpError } from './problem.js';

const ID = /^[a-z0-9-]{1,40}$/;

const parseJson = express.json({ limit: '10kb' });

function find(things, id) {
  const found = things.get(id);
  if (!found) throw new HttpError(404, `Nothing has the id ${id}`);
  return found;
}

// The same rules for POST and PUT. An `id` in the body has to be that of the path, if there is one.
function readTool(body, pathId) {
  const { id = pathId, name, place } = body ?? {};
  if (id !== pathId) throw new HttpError(400, 'The id belongs into the path');
  if (typeof name !== 'string' || name.trim() === '') throw new HttpError(400, 'A tool needs a name');
  return { name, place };
}

export function resourcesRouter({ tools, loans }) {
  const router = express.Router();

  router.get('/tools', (req, res) => {
    const items = [...tools.values()];
    res.format({
      json: () => res.json({ items }),
      csv: () => res.send(toCsv(['id', 'name', 'place'], items)),
    });
  });

  router.post('/tools', parseJson, (req, res) => {
    const tool = { id: randomUUID(), ...readTool(req.body) };
    tools.set(tool.id, tool);
    res.status(201).location(`/tools/${tool.id}`).json(tool);
  });

  router.get('/tools/:id', (req, res) => res.json(find(tools, req.params.id)));

  router.put('/tools/:id', parseJson, (req, res) => {
    const { id } = req.params;
    if (!ID.test(id)) throw new HttpError(400, 'An id has 1 to 40 lower-case letters, digits and hyphens');
    const tool = { id, ...readTool(req.body, id) };
    const isNew = !tools.has(id);
    tools.set(id, tool);
    if (isNew) res.status(201).location(`/tools/${id}`);
    res.json(tool);
  });

  router.delete('/tools/:id', (req, res) => {
    const tool = find(tools, req.params.id);
    tools.delete(tool.id);
    res.status(204).end();
  });

  router.post('/loans', parseJson, (req, res) => {
    const { toolId, member } = req.body ?? {};
    if (!tools.has(toolId)) throw new HttpError(422, `There is no tool ${toolId} to lend`);
    const loan = { id: randomUUID(), toolId, member, returned: false };
    loans.set(loan.id, loan);
    res.status(201).location(`/loans/${loan.id}`).json(loan);
  });

  router.get('/loans/:id', (req, res) => res.json(find(loans, req.params.id)));

  router.put('/loans/:id/return', (req, res) => {
    const loan = find(loans, req.params.id);
    loan.returned = true;
    res.json(loan);
  });

  return router;
}
