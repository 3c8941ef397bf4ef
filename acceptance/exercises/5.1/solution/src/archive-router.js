import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import express from 'express';
import { requireUser } from './auth.js';
import { HttpError } from './problem.js';
import { refuseMethod } from './refuse-method.js';
import { sendStream } from './send-stream.js';

const CHUNK = 16_384;

export function archiveRouter({ dataDir }) {
  const router = express.Router();
  const path = join(dataDir, 'photos.tar');

  router.route('/photos')
    .get(requireUser, async (req, res) => {
      const stats = await stat(path).catch(() => undefined);
      if (!stats?.isFile()) throw new HttpError(404, 'There is no archive');
      res.set({ 'Content-Type': 'application/x-tar', 'Content-Length': String(stats.size) });
      if (req.method === 'HEAD') return res.end();
      await sendStream(res, createReadStream(path, { highWaterMark: CHUNK }));
    })
    .all(refuseMethod('GET, HEAD'));

  return router;
}
