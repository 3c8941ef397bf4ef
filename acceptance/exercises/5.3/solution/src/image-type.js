import { crc32 } from 'node:zlib';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const JPEG = Buffer.from('ffd8ff', 'hex');
const JPEG_END = Buffer.from('ffd9', 'hex');

const startsWith = (bytes, start) => bytes.subarray(0, start.length).equals(start);

// The type by the first bytes: 'image/png', 'image/jpeg' or undefined.
export function sniffImage(bytes) {
  if (startsWith(bytes, PNG)) return 'image/png';
  if (startsWith(bytes, JPEG)) return 'image/jpeg';
  return undefined;
}

// The types of the chunks of a PNG, or undefined where one is damaged.
function readChunks(bytes) {
  const types = [];
  for (let at = PNG.length; at < bytes.length;) {
    if (at + 12 > bytes.length) return undefined;
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return undefined;
    types.push(bytes.toString('latin1', at + 4, at + 8));
    at = end;
  }
  return types;
}

export function isCompletePng(bytes) {
  const types = startsWith(bytes, PNG) ? readChunks(bytes) : undefined;
  return types?.[0] === 'IHDR' && types.indexOf('IEND') === types.length - 1;
}

export function isCompleteImage(bytes) {
  if (sniffImage(bytes) === 'image/png') return isCompletePng(bytes);
  return startsWith(bytes, JPEG) && bytes.subarray(-2).equals(JPEG_END);
}
