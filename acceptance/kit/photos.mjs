// Photos and forms, as the criteria of module 5 use them.
import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { waitFor } from './patience.mjs';

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const result = Buffer.alloc(body.length + 8);
  result.writeUInt32BE(data.length);
  body.copy(result, 4);
  result.writeUInt32BE(crc32(body), body.length + 4);
  return result;
}

// A valid PNG of exactly this many bytes, 100 at least.
export function makePng(size) {
  const start = [
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
  ];
  const end = chunk('IEND', Buffer.alloc(0));
  const padding = size - Buffer.concat([...start, end]).length - 12;
  return Buffer.concat([...start, chunk('paDd', Buffer.alloc(padding, 7)), end]);
}

const BOUNDARY = 'a-boundary-of-the-check';
export const FORM_TYPE = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

// The body and headers of a form. A part with `filename` is a file; browsers escape quotes and line breaks in it.
export function makeForm(...parts) {
  const lines = parts.flatMap(({ field, filename, type, bytes }) => {
    const escaped = filename?.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
    const name = filename === undefined ? '' : `; filename="${escaped}"`;
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"${name}\r\n${type ? `Content-Type: ${type}\r\n` : ''}\r\n`;
    return [Buffer.from(head), Buffer.from(bytes), Buffer.from('\r\n')];
  });
  return { body: Buffer.concat([...lines, Buffer.from(`--${BOUNDARY}--\r\n`)]), headers: FORM_TYPE };
}

export const photoPart = (bytes, { field = 'photo', filename = 'drill.png', type = 'image/png' } = {}) => ({ field, filename, type, bytes });

export function upload(server, tool, bytes, status = 201, part = {}) {
  return server.post(`/tools/${tool.id}/photos`, status, makeForm(photoPart(bytes, part)));
}

// The names of the files in a folder below DATA_DIR.
export function listFiles(program, folder = 'uploads') {
  const path = join(program.scratch, folder);
  return existsSync(path) ? readdirSync(path).sort() : [];
}

export const listPhotos = async (server, tool) => (await server.get(`/tools/${tool.id}/photos`, 200)).json.items;

// Opens a connection and sends the head of a request, and then as much of its body as is given.
export async function sendByHand(server, head, body = '') {
  const socket = connect(server.port, new URL(server.url).hostname).on('error', () => {});
  await once(socket, 'connect');
  const headers = Object.entries({ host: 'localhost', ...server.always, ...head.headers })
    .filter(([, value]) => value !== undefined).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${head.method} ${head.path} HTTP/1.1\r\n${headers.join('')}\r\n`);
  socket.write(body);
  return socket;
}

// The status of the answer that comes on a connection.
export async function readStatus(socket, limit) {
  const [data] = await waitFor(once(socket, 'data'), (ms) => `No answer came within ${ms} ms.`, limit);
  socket.destroy();
  return Number(/^HTTP\/1\.1 (\d+)/.exec(data)?.[1]);
}
