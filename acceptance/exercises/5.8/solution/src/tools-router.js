import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import express from 'express';
import { check } from './check.js';
import { changedMeanwhile, requireMatch, tagOf } from './if-match.js';
import { CopyInput } from './loan-schema.js';
import { cursorLinks, offsetLinks } from './page-links.js';
import { parseJson, readBody } from './parse-json.js';
import { HttpError } from './problem.js';
import { ToolQuery } from './tool-query.js';
import { ToolInput, ToolPatch } from './tool-schema.js';

const parsePatch = express.json({
  limit: '10kb',
  type: ['application/json', 'application/merge-patch+json'],
});

const unknown = (id) => new HttpError(404, `There is no tool ${id}`);

// What a cursor belongs to: the filters and the order of a request.
const listOf = ({ available, q, maxPrice, sort }) => JSON.stringify({ available, q, maxPrice, sort });

function readPlace(query, cursors) {
  const { list, place } = cursors.read(query.cursor) ?? {};
  if (list === listOf(query)) return place;
  const message = 'This cursor does not belong to this list';
  throw new HttpError(400, message, [{ path: 'cursor', message }]);
}

export function toolsRouter({ operations, tools, copies, cursors, photos, folders }) {
  const router = express.Router();
  const route = operations.on(router, '/tools');

  async function find(req) {
    const row = await tools.get(req.params.id);
    if (!row) throw unknown(req.params.id);
    return row;
  }

  const send = (res, row) => res.set('ETag', tagOf(row)).json(row.tool);

  function change(schema) {
    return async (req, res) => {
      const version = requireMatch(req, await find(req));
      const row = await tools.change(req.params.id, readBody(schema, req), version);
      if (!row) await explainMiss(req);
      send(res, row);
    };
  }

  // A write that found no row: either it is gone, or somebody was faster.
  async function explainMiss(req) {
    await find(req);
    throw changedMeanwhile();
  }

  route('/', {
    get: [
      { operationId: 'listTools', summary: 'One page of the tools', query: ToolQuery, answers: { 200: 'ToolList' } },
      async (req, res) => {
        const query = check(ToolQuery, req.query, 400);
        const { cursor, limit, offset = 0 } = query;
        const isFirst = cursor === undefined;
        const page = await tools.list({ ...query, place: isFirst ? undefined : readPlace(query, cursors) });
        const { rows, total, place } = page;
        const nextCursor = place && cursors.write({ list: listOf(query), place });
        const links = isFirst ? offsetLinks(req, { limit, offset, total }) : cursorLinks(req, nextCursor);
        if (Object.keys(links).length > 0) res.links(links);
        const items = rows.map(({ tool }) => tool);
        res.json(isFirst ? { items, total, limit, offset, nextCursor } : { items, limit, nextCursor });
      },
    ],
    post: [
      { operationId: 'createTool', summary: 'Add a tool', needs: 'staff', body: ToolInput, answers: { 201: 'Tool' } },
      parseJson,
      async (req, res) => {
        const row = await tools.add(readBody(ToolInput, req));
        send(res.status(201).location(`/tools/${row.tool.id}`), row);
      },
    ],
  });

  route('/:id', {
    get: [
      { operationId: 'getTool', summary: 'One tool', answers: { 200: 'Tool' }, fails: [404] },
      async (req, res) => send(res, await find(req)),
    ],
    put: [
      {
        operationId: 'replaceTool', summary: 'Replace a tool',
        needs: 'staff', headers: { 'If-Match': true }, body: ToolInput, answers: { 200: 'Tool' }, fails: [404],
      },
      parseJson,
      change(ToolInput),
    ],
    patch: [
      {
        operationId: 'changeTool', summary: 'Change members of a tool',
        needs: 'staff', headers: { 'If-Match': true }, body: ToolPatch, answers: { 200: 'Tool' }, fails: [404],
      },
      parsePatch,
      change(ToolPatch),
    ],
    delete: [
      {
        operationId: 'deleteTool', summary: 'Delete a tool that has no copies',
        needs: 'staff', headers: { 'If-Match': false }, answers: { 204: null }, fails: [404, 409],
      },
      async (req, res) => {
        const version = requireMatch(req, await find(req), { optional: true });
        const stored = (await photos.listOf(req.params.id)).map(({ storedName }) => storedName);
        if (!await tools.remove(req.params.id, version)) await explainMiss(req);
        for (const name of stored) await rm(join(folders.uploads, name), { force: true });
        res.status(204).end();
      },
    ],
  });

  route('/:id/stock', {
    get: [
      {
        operationId: 'getStock', summary: 'How many copies a tool has, and how many are free',
        answers: { 200: 'Stock' }, fails: [404],
      },
      async (req, res) => {
        await find(req);
        res.json(await copies.countOf(req.params.id));
      },
    ],
  });

  route('/:id/copies', {
    get: [
      { operationId: 'listCopies', summary: 'The copies of a tool', answers: { 200: 'CopyList' }, fails: [404] },
      async (req, res) => {
        await find(req);
        res.json({ items: await copies.listOf(req.params.id) });
      },
    ],
    post: [
      {
        operationId: 'addCopy', summary: 'Add a copy of a tool',
        needs: 'staff', body: CopyInput, answers: { 201: 'Copy' }, fails: [404, 409],
      },
      parseJson,
      async (req, res) => {
        await find(req);
        res.status(201).json(await copies.add(req.params.id, readBody(CopyInput, req)));
      },
    ],
  });

  return router;
}
