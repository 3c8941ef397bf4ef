const receive = 'src/receive-photo.js';
const router = 'src/photos-router.js';
const sweep = 'src/sweep.js';

export default [
  { wrong: 'the writing is not aborted', caught: [1], file: receive, find: '    abort.abort();\n', put: '' },
  { wrong: 'the temporary file stays after an error', caught: [1, 2], file: receive, find: '  } finally {\n    await rm(path, { force: true });\n  }', put: '  } finally {\n    form = undefined;\n  }', also: [[receive, '  const id = randomUUID();', '  let form;\n  const id = randomUUID();']] },
  { wrong: 'a damaged form is a bug of the server', caught: [2], file: receive, find: "    throw new HttpError(400, 'The form is damaged');", put: "    throw new Error('The form is damaged');" },
  { wrong: 'a file without a row', caught: [3], file: router, find: '      await rm(join(folders.uploads, file.storedName), { force: true });\n', put: '' },
  { wrong: 'the row without a check', caught: [3], file: router, find: '      await rm(join(folders.uploads, file.storedName), { force: true });\n      throw error;', put: '      await rm(join(folders.uploads, file.storedName), { force: true });\n      return { photo: {} };' },
  { wrong: 'uploads are not swept', caught: [4], file: sweep, find: '    ...uploads.map((name) => join(folders.uploads, name)),\n', put: '' },
  { wrong: 'every upload is swept', caught: [4], file: sweep, find: '.filter((name) => !kept.has(name))', put: '.filter((name) => kept)' },
  { wrong: 'young files are swept, too', caught: [4], file: sweep, find: '>= orphanAgeS * 1000', put: '>= orphanAgeS * 0' },
  { wrong: 'the age is fixed', caught: [4], file: sweep, find: 'orphanAgeS * 1000', put: '3_600_000' },
  { wrong: 'every member may delete', caught: [5], file: router, find: "      if (req.user.id !== memberId && req.user.role !== 'staff') throw new HttpError(403, 'This photo is not yours');\n", put: '' },
  { wrong: 'staff may not delete', caught: [5], file: router, find: " && req.user.role !== 'staff'", put: '' },
  { wrong: 'the file of a deleted photo stays', caught: [5], file: router, find: '      await rm(join(folders.uploads, storedName), { force: true });\n', put: '' },
  { wrong: 'the files of a deleted tool stay', caught: [5], file: 'src/tools-router.js', find: '      for (const name of stored) await rm(join(folders.uploads, name), { force: true });\n', put: '' },
  { wrong: 'a missing file is a bug of the server', caught: [6], file: router, find: "      if (!await stat(path).catch(() => undefined)) throw new HttpError(404, 'The file of this photo is gone');\n", put: '' },
];
