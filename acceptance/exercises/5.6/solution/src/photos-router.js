import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import { z } from 'zod';
import { requireUser } from './auth.js';
import { check } from './check.js';
import { writeDisposition } from './file-name.js';
import { HttpError } from './problem.js';
import { parseRange } from './range.js';
import { receivePhoto } from './receive-photo.js';
import { refuseMethod } from './refuse-method.js';
import { sendStream } from './send-stream.js';

const FileQuery = z.strictObject({ download: z.literal('true').optional() });

// Only GET has ranges, and If-Range has to name exactly this file.
function readRange(req, etag, size) {
  const condition = req.get('if-range');
  if (req.method !== 'GET' || (condition !== undefined && condition !== etag)) return undefined;
  return parseRange(req.get('range'), size);
}

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
      const { download } = check(FileQuery, req.query, 400);
      res.set('Content-Disposition', writeDisposition(download ? 'attachment' : 'inline', photo.name));
      const etag = `"${photo.id}"`;
      const range = readRange(req, etag, photo.size);
      if (range === 'unsatisfiable') {
        res.set('Content-Range', `bytes */${photo.size}`);
        throw new HttpError(416, 'The photo has no such part');
      }
      const { start, end } = range ?? { start: 0, end: photo.size - 1 };
      if (range) res.status(206).set('Content-Range', `bytes ${start}-${end}/${photo.size}`);
      res.set({
        'Content-Type': photo.type, 'Content-Length': String(end - start + 1), 'X-Content-Type-Options': 'nosniff',
        'Accept-Ranges': 'bytes', ETag: etag,
      });
      if (req.method === 'HEAD') return res.end();
      await sendStream(res, createReadStream(join(uploads, storedName), { start, end }));
    })
    .all(refuseMethod('GET, HEAD'));

  return router;
}
