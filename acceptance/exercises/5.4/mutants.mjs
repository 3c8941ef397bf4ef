const file = 'src/manuals-router.js';

export default [
  { wrong: 'the type is always bytes', caught: [1], file, find: "TYPED.has(ending) ? ending : 'application/octet-stream'", put: "'application/octet-stream'", also: [[file, "      if (ending === '.pdf') res.set('Content-Type', 'application/pdf');\n", '']] },
  { wrong: 'the name is decoded twice', caught: [1], file, find: 'await find(req.params.name)', put: 'await find(encodeURIComponent(req.params.name))' },
  { wrong: 'the name is joined and sent', caught: [2, 5], file, find: '  const path = await realpath(join(root, name)).catch(() => undefined);\n  if (!path?.startsWith(root + sep)) return undefined;\n', put: '  const path = join(root, name);\n', also: [[file, '/[/\\\\]/.test(name) ? undefined : await findFile(folder, name)', 'await findFile(folder, name)']] },
  { wrong: 'links are followed anywhere', caught: [2, 5], file, find: '  if (!path?.startsWith(root + sep)) return undefined;\n', put: '  if (!path) return undefined;\n' },
  { wrong: 'manuals-old passes as manuals', caught: [2], file, find: 'startsWith(root + sep)', put: 'startsWith(root)' },
  { wrong: 'a control character reaches the file system', caught: [3], file, find: "    if (/\\p{Cc}/u.test(name)) throw new HttpError(400, 'The name contains a control character');\n", put: '' },
  { wrong: 'a control character is 404', caught: [3], file, find: 'throw new HttpError(400', put: 'throw new HttpError(404' },
  { wrong: 'no links at all', caught: [4], file, find: '  const stats = await stat(path)', put: '  if (path !== join(root, name)) return undefined;\n  const stats = await stat(path)' },
  { wrong: 'a folder is a file', caught: [4], file, find: 'return stats?.isFile() ?', put: 'return stats ?' },
  { wrong: 'the true folder is compared with the given one', caught: [5], file, find: 'const root = await realpath(folder);', put: 'const root = folder;' },
  { wrong: 'the 404 tells the path', caught: [5], file, find: "new HttpError(404, 'There is no such manual')", put: 'new HttpError(404, `There is no ${folder}/${name}`)' },
];
