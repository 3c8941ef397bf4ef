const range = 'src/range.js';
const router = 'src/photos-router.js';

export default [
  { wrong: 'the end is not included', caught: [1, 4], file: router, find: '{ start, end }));', put: '{ start, end: Math.max(start, end - 1) }));' },
  { wrong: 'the length is that of the file', caught: [1], file: router, find: 'String(end - start + 1)', put: 'String(photo.size)' },
  { wrong: 'the last bytes are the first', caught: [1], file: range, find: '{ start: Math.max(0, size - count), end: size - 1 }', put: '{ start: 0, end: count - 1 }' },
  { wrong: 'an end beyond the file is not cut', caught: [1, 2], file: range, find: 'Math.min(end, size - 1)', put: 'Number.isFinite(end) ? end : size - 1' },
  { wrong: 'nobody learns that ranges exist', caught: [1], file: router, find: "        'Accept-Ranges': 'bytes', ETag: etag,", put: '        ETag: etag,' },
  { wrong: 'a range behind the file is everything', caught: [2], file: range, find: "if (start >= size) return 'unsatisfiable';", put: 'if (start >= size) return undefined;' },
  { wrong: 'nothing of the end is everything', caught: [2], file: range, find: "count === 0 ? 'unsatisfiable' : ", put: '' },
  { wrong: 'a range backwards is refused', caught: [2], file: range, find: 'if (start > end) return undefined;', put: "if (start > end) return 'unsatisfiable';" },
  { wrong: 'the first of several ranges is sent', caught: [2], file: range, find: '/^bytes=(\\d*)-(\\d*)$/', put: '/^bytes=(\\d*)-(\\d*)/' },
  { wrong: 'If-Range is ignored', caught: [3], file: router, find: " || (condition !== undefined && condition !== etag)", put: '' },
  { wrong: 'a weak tag matches', caught: [3], file: router, find: 'condition !== etag)', put: "condition.replace(/^W\\//, '') !== etag)" },
  { wrong: 'the tag is that of the file system', caught: [3], file: router, find: 'const etag = `"${photo.id}"`;', put: 'const etag = `W/"${photo.id}"`;' },
  { wrong: 'HEAD has ranges', caught: [5], file: router, find: "req.method !== 'GET' || ", put: '' },
];
