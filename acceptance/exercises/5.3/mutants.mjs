const type = 'src/image-type.js';
const receive = 'src/receive-photo.js';

export default [
  { wrong: 'the type is what the client says', caught: [1], file: receive, find: '(field, file, name) =>', put: '(field, file, name, encoding, said) =>', also: [[receive, 'upload = { name, file,', 'upload = { name, said, file,'], [receive, "name: upload.name ?? 'photo', type,", "name: upload.name ?? 'photo', type: upload.said,"]] },
  { wrong: 'the stored file ends like the name of the client', caught: [1], file: receive, find: '`${id}${ENDINGS[type]}`', put: "`${id}.${(upload.name ?? '').split('.').at(-1)}`" },
  { wrong: 'browsers may guess', caught: [1], file: 'src/photos-router.js', find: ", 'X-Content-Type-Options': 'nosniff'", put: '' },
  { wrong: 'unknown bytes are stored', caught: [2, 5], file: receive, find: "  if (!type) throw new HttpError(415, 'Only PNG and JPEG are photos');\n  if (!isCompleteImage(bytes))", put: "  if (!type) return 'image/png';\n  if (!isCompleteImage(bytes))" },
  { wrong: 'unknown bytes are 422', caught: [2, 5], file: receive, find: 'new HttpError(415, \'Only', put: 'new HttpError(422, \'Only' },
  { wrong: 'the beginning is enough', caught: [3, 4, 5], file: receive, find: "  if (!isCompleteImage(bytes)) throw new HttpError(422, 'The photo is damaged');\n", put: '' },
  { wrong: 'checksums are not compared', caught: [3], file: type, find: ' || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)', put: '' },
  { wrong: 'something may follow the end', caught: [3], file: type, find: 'if (at + 12 > bytes.length) return undefined;', put: 'if (at + 12 > bytes.length) break;' },
  { wrong: 'a huge chunk is believed', caught: [3], file: type, find: 'if (end > bytes.length || crc32', put: 'if (crc32' },
  { wrong: 'a JPEG only has to begin', caught: [4, 5], file: type, find: 'return startsWith(bytes, JPEG) && bytes.subarray(-2).equals(JPEG_END);', put: 'return startsWith(bytes, JPEG);' },
  { wrong: 'a refused file stays', caught: [5], file: receive, find: '    await rm(path, { force: true });\n', put: '' },
];
