import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import { requireUser } from './auth.js';
import { HttpError } from './problem.js';
import { receivePhoto } from './receive-photo.js';
import { refuseMethod } from './refuse-method.js';
import { sendStream } from './send-stream.js';

// The photos of one tool, below /tools/:id/photos.
export function toolPhotosRouter({ tools, photos, uploads }) {
  const router = express.Router({ mergeParams: true });

  async function requireTool(req, res, next) {
    if (!await tools.get(req.params.id)) throw new HttpError(404, `There is no tool ${req.params.id}`);
    next();
  }

  router.route('/')
    .get(requireTool, async (req, res) => {
      const rows = await photos.listOf(req.params.id);
      res.json({ items: rows.map(({ photo }) => photo) });
    })
    .post(requireUser, requireTool, async (req, res) => {
      const file = await receivePhoto(req, uploads);
      const { photo } = await photos.add({ toolId: req.params.id, memberId: req.user.id, ...file });
      res.status(201).location(`/photos/${photo.id}`).json(photo);
    })
    .all(refuseMethod('GET, HEAD, POST'));

  return router;
}

export function photosRouter({ photos, uploads }) {
  const router = express.Router();

  async function find(req) {
    const row = await photos.get(req.params.id);
    if (!row) throw new HttpError(404, `There is no photo ${req.params.id}`);
    return row;
  }

  router.route('/:id')
    .get(async (req, res) => res.json((await find(req)).photo))
    .all(refuseMethod('GET, HEAD'));

  router.route('/:id/file')
    .get(async (req, res) => {
      const { storedName, photo } = await find(req);
      res.set({ 'Content-Type': photo.type, 'Content-Length': String(photo.size) });
      if (req.method === 'HEAD') return res.end();
      await sendStream(res, createReadStream(join(uploads, storedName)));
    })
    .all(refuseMethod('GET, HEAD'));

  return router;
}
