import { randomUUID } from 'node:crypto';
import express from 'express';
import { HttpError } from './problem.js';

const parseJson = express.json({ limit: '10kb' });

function find(things, id) {
  const found = things.get(id);
  if (!found) throw new HttpError(404, `Nothing has the id ${id}`);
  return found;
}

function readTool(body) {
  const { name, place } = body ?? {};
  if (typeof name !== 'string' || name.trim() === '') throw new HttpError(400, 'A tool needs a name');
  return { name, place };
}

export function resourcesRouter({ tools, loans }) {
  const router = express.Router();

  router.get('/tools', (req, res) => res.json({ items: [...tools.values()] }));

  router.post('/tools', parseJson, (req, res) => {
    const tool = { id: randomUUID(), ...readTool(req.body) };
    tools.set(tool.id, tool);
    res.json(tool);
  });

  router.get('/tools/:id', (req, res) => res.json(find(tools, req.params.id)));

  router.delete('/tools/:id', (req, res) => {
    const tool = find(tools, req.params.id);
    tools.delete(tool.id);
    res.json(tool);
  });

  router.post('/loans', parseJson, (req, res) => {
    const { toolId, member } = req.body ?? {};
    const loan = { id: randomUUID(), toolId: find(tools, toolId).id, member, returned: false };
    loans.set(loan.id, loan);
    res.json(loan);
  });

  router.put('/loans/:id/return', (req, res) => {
    const loan = find(loans, req.params.id);
    loan.returned = true;
    res.json(loan);
  });

  return router;
}
