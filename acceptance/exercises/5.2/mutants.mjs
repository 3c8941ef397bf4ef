const receive = 'src/receive-photo.js';
const router = 'src/photos-router.js';

export default [
  { wrong: 'the first half of a photo is stored', caught: [1, 2], file: receive, find: '    if (upload.file.truncated) throw new HttpError(413, `A photo has at most ${MAX_BYTES} bytes`);\n', put: '' },
  { wrong: 'the limit is 2,000,000 bytes', caught: [1], file: receive, find: '2_097_152', put: '2_000_000' },
  { wrong: 'the limit is one byte more', caught: [1], file: receive, find: 'fileSize: MAX_BYTES', put: 'fileSize: MAX_BYTES + 1' },
  { wrong: 'a refused file stays', caught: [2, 5], file: receive, find: '    await rm(path, { force: true });\n', put: '' },
  { wrong: 'the file has the name that the client gave it', caught: [3], file: receive, find: 'const target = createWriteStream(path);', put: "const target = createWriteStream(path + (name ?? '').replaceAll('/', '_'));" },
  { wrong: 'one photo for each tool', caught: [4], file: 'src/db/photo-repository.js', find: "      await db('photos').insert(row);", put: "      await db('photos').where({ tool_id: toolId }).delete();\n      await db('photos').insert(row);" },
  { wrong: 'the newest first', caught: [4], file: 'src/db/photo-repository.js', find: ".orderBy('seq')", put: ".orderBy('seq', 'desc')" },
  { wrong: 'a second file is ignored', caught: [5], file: receive, find: "'filesLimit', ", put: '' },
  { wrong: 'a text field is ignored', caught: [5], file: receive, find: "for (const event of ['field', 'filesLimit', 'fieldsLimit', 'partsLimit'])", put: "for (const event of ['filesLimit'])" },
  { wrong: 'any body is a form', caught: [5, 6], file: receive, find: "  if (!req.is('multipart/form-data')) throw new HttpError(415, 'Send the photo as a form');\n", put: '' },
  { wrong: 'the tool is looked for after the upload', caught: [6], file: router, find: '.post(requireUser, requireTool, async (req, res) => {\n      const file = await receivePhoto(req, uploads);', put: ".post(requireUser, async (req, res) => {\n      const file = await receivePhoto(req, uploads);\n      if (!await tools.get(req.params.id)) throw new HttpError(404, 'There is no such tool');" },
  { wrong: 'the body is read before the token', caught: [6], file: router, find: '.post(requireUser, requireTool,', put: ".post(async (req, res, next) => { if (!req.user) for await (const chunk of req) chunk.length; next(); }, requireUser, requireTool," },
];
