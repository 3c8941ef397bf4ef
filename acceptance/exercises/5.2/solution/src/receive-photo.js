import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Busboy from '@fastify/busboy';
import { HttpError } from './problem.js';

const MAX_BYTES = 2_097_152;

function openForm(req) {
  if (!req.is('multipart/form-data')) throw new HttpError(415, 'Send the photo as a form');
  try {
    return Busboy({ headers: req.headers, limits: { fileSize: MAX_BYTES, files: 1, fields: 0 } });
  } catch {
    throw new HttpError(400, 'The form cannot be read');
  }
}

// Writes the one file of a form to `folder`: { storedName, name, type, size }.
export async function receivePhoto(req, folder) {
  const form = openForm(req);
  const storedName = randomUUID();
  const path = join(folder, storedName);
  let upload;
  let isWrong = false;
  const refuse = () => { isWrong = true; };
  form.on('file', (field, file, name, encoding, type) => {
    if (field !== 'photo') {
      refuse();
      return file.resume();
    }
    const target = createWriteStream(path);
    upload = { name, type, file, target, writing: pipeline(file, target) };
    upload.writing.catch(() => {}); // it is awaited below
  });
  for (const event of ['field', 'filesLimit', 'fieldsLimit', 'partsLimit']) form.on(event, refuse);
  await pipeline(req, form).catch(() => { throw new HttpError(400, 'The form is damaged'); });
  try {
    await upload?.writing;
    if (isWrong || !upload) throw new HttpError(400, 'Send one file in the field photo, and nothing else');
    if (upload.file.truncated) throw new HttpError(413, `A photo has at most ${MAX_BYTES} bytes`);
    return { storedName, name: upload.name ?? 'photo', type: upload.type, size: upload.target.bytesWritten };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
