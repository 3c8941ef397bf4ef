import { randomUUID } from 'node:crypto';
import express from 'express';
import { toCsv } from './csv.js';
import { OWN_TYPE } from './negotiate.js';
import { HttpError } from './problem.js';

const ID = /^[a-z0-9-]{1,40}$/;

const parseJson = express.json({ limit: '10kb', type: ['application/json', OWN_TYPE] });

function find(things, id) {
  const found = things.get(id);
  if (!found) throw new HttpError(404, `Nothing has the id ${id}`);
  return found;
}

// The same rules for POST and PUT. An `id` in the body has to be that of the path, if there is one.
function readTool(version, body, pathId) {
  const { id = pathId, name, shelf } = version.in(body ?? {});
  if (id !== pathId) throw new HttpError(400, 'The id belongs into the path');
  if (typeof name !== 'string' || name.trim() === '') throw new HttpError(400, 'A tool needs a name');
  return { name, shelf };
}

// The same resources for every version of the API.
export function resourcesRouter({ tools, loans }, version) {
  const router = express.Router();

  // What was negotiated counts, where anything was; otherwise the version of this router.
  const inputOf = (req) => req.bodyVersion ?? version;

  function send(req, res, tool) {
    if (req.answerType) res.type(req.answerType);
    res.json((req.answerVersion ?? version).out(tool));
  }

  function sendList(req, res, type) {
    const { columns, out } = req.answerVersion ?? version;
    const items = [...tools.values()].map(out);
    if (type === 'text/csv') return res.type('csv').send(toCsv(columns, items));
    res.type(type).json({ items });
  }

  router.get('/tools', (req, res) => {
    if (req.answerType) return sendList(req, res, req.answerType);
    res.format({
      json: () => sendList(req, res, 'application/json'),
      csv: () => sendList(req, res, 'text/csv'),
    });
  });

  router.post('/tools', parseJson, (req, res) => {
    const tool = { id: randomUUID(), ...readTool(inputOf(req), req.body) };
    tools.set(tool.id, tool);
    send(req, res.status(201).location(`${req.baseUrl}/tools/${tool.id}`), tool);
  });

  router.get('/tools/:id', (req, res) => send(req, res, find(tools, req.params.id)));

  router.put('/tools/:id', parseJson, (req, res) => {
    const { id } = req.params;
    if (!ID.test(id)) throw new HttpError(400, 'An id has 1 to 40 lower-case letters, digits and hyphens');
    const tool = { id, ...readTool(inputOf(req), req.body, id) };
    const isNew = !tools.has(id);
    tools.set(id, tool);
    if (isNew) res.status(201).location(`${req.baseUrl}/tools/${id}`);
    send(req, res, tool);
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
    res.status(201).location(`${req.baseUrl}/loans/${loan.id}`).json(loan);
  });

  router.get('/loans/:id', (req, res) => res.json(find(loans, req.params.id)));

  router.put('/loans/:id/return', (req, res) => {
    const loan = find(loans, req.params.id);
    loan.returned = true;
    res.json(loan);
  });

  return router;
}
