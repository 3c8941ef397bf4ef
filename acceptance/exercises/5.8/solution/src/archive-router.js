import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import express from 'express';
import { HttpError } from './problem.js';
import { sendStream } from './send-stream.js';

const CHUNK = 16_384;

export function archiveRouter({ operations, dataDir }) {
  const router = express.Router();
  const route = operations.on(router, '/archive');
  const path = join(dataDir, 'photos.tar');

  route('/photos', {
    get: [
      {
        operationId: 'getArchive', summary: 'All old photos in one file',
        needs: 'user', answers: { 200: ['application/x-tar'] }, fails: [404],
      },
      async (req, res) => {
        const stats = await stat(path).catch(() => undefined);
        if (!stats?.isFile()) throw new HttpError(404, 'There is no archive');
        res.set({ 'Content-Type': 'application/x-tar', 'Content-Length': String(stats.size) });
        if (req.method === 'HEAD') return res.end();
        await sendStream(res, createReadStream(path, { highWaterMark: CHUNK }));
      },
    ],
  });

  return router;
}
