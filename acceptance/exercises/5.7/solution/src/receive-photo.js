import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Busboy from '@fastify/busboy';
import { cleanName } from './file-name.js';
import { isCompleteImage, sniffImage } from './image-type.js';
import { HttpError } from './problem.js';

const MAX_BYTES = 2_097_152;

function openForm(req) {
  if (!req.is('multipart/form-data')) throw new HttpError(415, 'Send the photo as a form');
  try {
    return Busboy({ headers: req.headers, preservePath: true, limits: { fileSize: MAX_BYTES, files: 1, fields: 0 } });
  } catch {
    throw new HttpError(400, 'The form cannot be read');
  }
}

const ENDINGS = { 'image/png': '.png', 'image/jpeg': '.jpg' };

// The true type of a file, whatever the client says about it.
async function findType(path) {
  const bytes = await readFile(path);
  const type = sniffImage(bytes);
  if (!type) throw new HttpError(415, 'Only PNG and JPEG are photos');
  if (!isCompleteImage(bytes)) throw new HttpError(422, 'The photo is damaged');
  return type;
}

// Reads the form and writes its file to `path`: { file, name, size }.
async function writeUpload(req, path) {
  const form = openForm(req);
  const abort = new AbortController();
  let upload;
  let isWrong = false;
  const refuse = () => { isWrong = true; };
  form.on('file', (field, file, name) => {
    if (field !== 'photo') {
      refuse();
      return file.resume();
    }
    const target = createWriteStream(path);
    upload = { name, file, target, writing: pipeline(file, target, { signal: abort.signal }) };
    upload.writing.catch(() => {}); // it is awaited below
  });
  for (const event of ['field', 'filesLimit', 'fieldsLimit', 'partsLimit']) form.on(event, refuse);
  try {
    await pipeline(req, form);
    await upload?.writing;
  } catch {
    abort.abort();
    await upload?.writing.catch(() => {}); // a late write would create the file again
    throw new HttpError(400, 'The form is damaged');
  }
  if (isWrong || !upload) throw new HttpError(400, 'Send one file in the field photo, and nothing else');
  if (upload.file.truncated) throw new HttpError(413, `A photo has at most ${MAX_BYTES} bytes`);
  return { name: upload.name ?? '', size: upload.target.bytesWritten };
}

// Writes the one file of a form to `tmp`, and moves it to `uploads` when it is a photo: { storedName, name, type, size }.
export async function receivePhoto(req, { tmp, uploads }) {
  const id = randomUUID();
  const path = join(tmp, id);
  try {
    const { name, size } = await writeUpload(req, path);
    const type = await findType(path);
    const storedName = `${id}${ENDINGS[type]}`;
    await rename(path, join(uploads, storedName));
    return { storedName, name: cleanName(name), type, size };
  } finally {
    await rm(path, { force: true });
  }
}
