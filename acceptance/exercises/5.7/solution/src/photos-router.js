import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
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
export function toolPhotosRouter({ tools, photos, folders }) {
  const router = express.Router({ mergeParams: true });

  // The row comes last; without it the file goes again.
  async function keepPhoto(file, req) {
    try {
      return await photos.add({ toolId: req.params.id, memberId: req.user.id, ...file });
    } catch (error) {
      await rm(join(folders.uploads, file.storedName), { force: true });
      throw error;
    }
  }

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
      const file = await receivePhoto(req, folders).catch((error) => {
        if (req.destroyed && !req.complete) return undefined; // the client has left
        throw error;
      });
      if (!file) return;
      const { photo } = await keepPhoto(file, req);
      res.status(201).location(`/photos/${photo.id}`).json(photo);
    })
    .all(refuseMethod('GET, HEAD, POST'));

  return router;
}

export function photosRouter({ photos, folders }) {
  const router = express.Router();

  async function find(req) {
    const row = await photos.get(req.params.id);
    if (!row) throw new HttpError(404, `There is no photo ${req.params.id}`);
    return row;
  }

  router.route('/:id')
    .get(async (req, res) => res.json((await find(req)).photo))
    .delete(requireUser, async (req, res) => {
      const { storedName, memberId, photo } = await find(req);
      if (req.user.id !== memberId && req.user.role !== 'staff') throw new HttpError(403, 'This photo is not yours');
      await photos.remove(photo.id);
      await rm(join(folders.uploads, storedName), { force: true });
      res.status(204).end();
    })
    .all(refuseMethod('GET, HEAD, DELETE'));

  router.route('/:id/file')
    .get(async (req, res) => {
      const { storedName, photo } = await find(req);
      const path = join(folders.uploads, storedName);
      if (!await stat(path).catch(() => undefined)) throw new HttpError(404, 'The file of this photo is gone');
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
      await sendStream(res, createReadStream(path, { start, end }));
    })
    .all(refuseMethod('GET, HEAD'));

  return router;
}
