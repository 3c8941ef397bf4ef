const archive = 'src/archive-router.js';
const send = 'src/send-stream.js';
const stream = 'createReadStream(path, { highWaterMark: CHUNK })';
const readFirst = `const { readFile } = await import('node:fs/promises');
      const { Readable } = await import('node:stream');
      await sendStream(res, Readable.from(await readFile(path)));`;

const keepAll = readFirst.replace('Readable.from(await readFile(path))', 'Readable.from(kept.at(kept.push(await readFile(path)) - 1))');

export default [
  { wrong: 'the last byte is missing', caught: [1], file: archive, find: '{ highWaterMark: CHUNK }', put: '{ highWaterMark: CHUNK, end: stats.size - 2 }', also: [[archive, 'String(stats.size)', 'String(stats.size - 1)']] },
  { wrong: 'the length is not announced', caught: [1, 5], file: archive, find: ", 'Content-Length': String(stats.size)", put: '' },
  { wrong: 'the file is read into memory', caught: [3], file: archive, find: `await sendStream(res, ${stream});`, put: readFirst },
  { wrong: 'nobody waits for a slow client', caught: [3], file: send, find: 'await pipeline(stream, res);', put: 'for await (const chunk of stream) res.write(chunk);\n    res.end();' },
  { wrong: 'each download stays in memory', caught: [2], file: archive, find: `await sendStream(res, ${stream});`, put: keepAll, also: [[archive, 'const CHUNK', 'const kept = [];\nconst CHUNK']] },
  { wrong: 'a client that leaves is an error', caught: [4], file: send, find: "if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;", put: 'console.error(error.message);' },
  { wrong: 'everybody may read the archive', caught: [5], file: archive, find: '.get(requireUser, async', put: '.get(async' },
  { wrong: 'a missing file is a bug of the server', caught: [5], file: archive, find: ".catch(() => undefined)", put: '' },
];
