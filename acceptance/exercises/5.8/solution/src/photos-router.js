import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import express from 'express';
import { z } from 'zod';
import { check } from './check.js';
import { writeDisposition } from './file-name.js';
import { HttpError } from './problem.js';
import { parseRange } from './range.js';
import { receivePhoto } from './receive-photo.js';
import { sendStream } from './send-stream.js';

const FileQuery = z.strictObject({ download: z.literal('true').optional() });
const IMAGES = ['image/png', 'image/jpeg'];
const PHOTO_FORM = {
  'multipart/form-data': {
    schema: { type: 'object', properties: { photo: { type: 'string', format: 'binary' } }, required: ['photo'] },
  },
};

// Only GET has ranges, and If-Range has to name exactly this file.
function readRange(req, etag, size) {
  const condition = req.get('if-range');
  if (req.method !== 'GET' || (condition !== undefined && condition !== etag)) return undefined;
  return parseRange(req.get('range'), size);
}

// The photos of one tool, below /tools/:id/photos.
export function toolPhotosRouter({ operations, tools, photos, folders }) {
  const router = express.Router({ mergeParams: true });
  const route = operations.on(router, '/tools/:id/photos');

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

  route('/', {
    get: [
      { operationId: 'listPhotos', summary: 'The photos of a tool', answers: { 200: 'PhotoList' }, fails: [404] },
      requireTool,
      async (req, res) => {
        const rows = await photos.listOf(req.params.id);
        res.json({ items: rows.map(({ photo }) => photo) });
      },
    ],
    post: [
      {
        operationId: 'addPhoto', summary: 'Add a photo to a tool',
        needs: 'user', content: PHOTO_FORM, answers: { 201: 'Photo' }, fails: [400, 404, 413, 415, 422],
      },
      requireTool,
      async (req, res) => {
        const file = await receivePhoto(req, folders).catch((error) => {
          if (req.destroyed && !req.complete) return undefined; // the client has left
          throw error;
        });
        if (!file) return;
        const { photo } = await keepPhoto(file, req);
        res.status(201).location(`/photos/${photo.id}`).json(photo);
      },
    ],
  });

  return router;
}

export function photosRouter({ operations, photos, folders }) {
  const router = express.Router();
  const route = operations.on(router, '/photos');

  async function find(req) {
    const row = await photos.get(req.params.id);
    if (!row) throw new HttpError(404, `There is no photo ${req.params.id}`);
    return row;
  }

  route('/:id', {
    get: [
      { operationId: 'getPhoto', summary: 'What is known of a photo', answers: { 200: 'Photo' }, fails: [404] },
      async (req, res) => res.json((await find(req)).photo),
    ],
    delete: [
      {
        operationId: 'deletePhoto', summary: 'Delete a photo of your own',
        needs: 'user', answers: { 204: null }, fails: [404],
      },
      async (req, res) => {
        const { storedName, memberId, photo } = await find(req);
        if (req.user.id !== memberId && req.user.role !== 'staff') throw new HttpError(403, 'This photo is not yours');
        await photos.remove(photo.id);
        await rm(join(folders.uploads, storedName), { force: true });
        res.status(204).end();
      },
    ],
  });

  route('/:id/file', {
    get: [
      {
        operationId: 'getPhotoFile', summary: 'The photo, or a part of it',
        query: FileQuery, answers: { 200: IMAGES, 206: IMAGES }, fails: [404, 416],
      },
      async (req, res) => {
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
      },
    ],
  });

  return router;
}
