import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import express from 'express';
import { HttpError } from './problem.js';
import { sendStream } from './send-stream.js';

const TYPED = new Set(['.pdf', '.txt']);

// The true path of a regular file in the folder, or undefined.
async function findFile(folder, name) {
  const root = await realpath(folder);
  const path = await realpath(join(root, name)).catch(() => undefined);
  if (!path?.startsWith(root + sep)) return undefined;
  const stats = await stat(path).catch(() => undefined);
  return stats?.isFile() ? { path, size: stats.size } : undefined;
}

export function manualsRouter({ operations, folder }) {
  const router = express.Router();
  const route = operations.on(router, '/manuals');

  async function find(name) {
    if (/\p{Cc}/u.test(name)) throw new HttpError(400, 'The name contains a control character');
    const file = /[/\\]/.test(name) ? undefined : await findFile(folder, name);
    if (!file) throw new HttpError(404, 'There is no such manual');
    return file;
  }

  route('/:name', {
    get: [
      {
        operationId: 'getManual', summary: 'A manual',
        answers: { 200: ['application/pdf', 'text/plain', 'application/octet-stream'] }, fails: [400, 404],
      },
      async (req, res) => {
        const { path, size } = await find(req.params.name);
        const ending = extname(req.params.name);
        res.type(TYPED.has(ending) ? ending : 'application/octet-stream');
        if (ending === '.pdf') res.set('Content-Type', 'application/pdf');
        res.set({ 'Content-Length': String(size), 'X-Content-Type-Options': 'nosniff' });
        if (req.method === 'HEAD') return res.end();
        await sendStream(res, createReadStream(path));
      },
    ],
  });

  return router;
}
