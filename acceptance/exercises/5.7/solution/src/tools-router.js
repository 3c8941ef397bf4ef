import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import express from 'express';
import { requireRole } from './auth.js';
import { check } from './check.js';
import { changedMeanwhile, requireMatch, tagOf } from './if-match.js';
import { CopyInput } from './loan-schema.js';
import { cursorLinks, offsetLinks } from './page-links.js';
import { parseJson, readBody } from './parse-json.js';
import { HttpError } from './problem.js';
import { refuseMethod } from './refuse-method.js';
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

export function toolsRouter({ tools, copies, cursors, photos, folders }) {
  const router = express.Router();
  const staff = requireRole('staff');

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

  router.route('/')
    .get(async (req, res) => {
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
    })
    .post(staff, parseJson, async (req, res) => {
      const row = await tools.add(readBody(ToolInput, req));
      send(res.status(201).location(`/tools/${row.tool.id}`), row);
    })
    .all(refuseMethod('GET, HEAD, POST'));

  router.route('/:id')
    .get(async (req, res) => send(res, await find(req)))
    .put(staff, parseJson, change(ToolInput))
    .patch(staff, parsePatch, change(ToolPatch))
    .delete(staff, async (req, res) => {
      const version = requireMatch(req, await find(req), { optional: true });
      const stored = (await photos.listOf(req.params.id)).map(({ storedName }) => storedName);
      if (!await tools.remove(req.params.id, version)) await explainMiss(req);
      for (const name of stored) await rm(join(folders.uploads, name), { force: true });
      res.status(204).end();
    })
    .all(refuseMethod('GET, HEAD, PUT, PATCH, DELETE'));

  router.route('/:id/stock')
    .get(async (req, res) => {
      await find(req);
      res.json(await copies.countOf(req.params.id));
    })
    .all(refuseMethod('GET, HEAD'));

  router.route('/:id/copies')
    .get(async (req, res) => {
      await find(req);
      res.json({ items: await copies.listOf(req.params.id) });
    })
    .post(staff, parseJson, async (req, res) => {
      await find(req);
      res.status(201).json(await copies.add(req.params.id, readBody(CopyInput, req)));
    })
    .all(refuseMethod('GET, HEAD, POST'));

  return router;
}
