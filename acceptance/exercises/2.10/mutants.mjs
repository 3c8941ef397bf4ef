const match = 'src/if-match.js';
const store = 'src/tool-store.js';
const router = 'src/tools-router.js';
const guard = '    return (req, res) => {\n      requireMatch(req, find(req));\n';

export default [
  { wrong: 'the tag is that of Express', caught: [1], file: router, find: "res.set('ETag', tagOf(row)).json(row.tool)", put: 'res.json(row.tool)' },
  { wrong: 'the tag has no quotes', caught: [1], file: match, find: '`"${version}"`', put: '`${version}`' },
  { wrong: 'If-Match is optional for changes', caught: [2], file: match, find: '    if (optional) return;\n', put: '    return;\n' },
  { wrong: 'the body is checked first', caught: [2], file: router, find: guard, put: `    return (req, res) => {\n      check(schema, req.body);\n      requireMatch(req, find(req));\n` },
  { wrong: '428 comes before 404', caught: [2], file: router, find: guard, put: `    return (req, res) => {\n      if (req.get('if-match') === undefined) throw new HttpError(428, 'Send If-Match');\n      requireMatch(req, find(req));\n` },
  { wrong: 'the version never rises', caught: [3], file: store, find: 'version: row.version + 1', put: 'version: row.version' },
  { wrong: 'the tag is of the time in seconds', caught: [3], file: match, find: "({ version }) => `\"${version}\"`", put: "({ tool }) => `\"${tool.updatedAt.slice(0, 19)}\"`" },
  { wrong: 'a weak tag matches', caught: [3], file: match, find: 'tag.trim())', put: "tag.trim().replace(/^W\\//, ''))" },
  { wrong: 'every tag matches', caught: [3], file: match, find: "tags.includes('*') || tags.includes(tagOf(row))", put: 'tags.length > 0' },
  { wrong: 'the star is not known', caught: [4], file: match, find: "tags.includes('*') || ", put: '' },
  { wrong: 'only one tag is understood', caught: [4], file: match, find: "header.split(',').map((tag) => tag.trim())", put: '[header]' },
  { wrong: 'spaces belong to the tags', caught: [4], file: match, find: '.map((tag) => tag.trim())', put: '' },
  { wrong: 'a PATCH that changes nothing is a change', caught: [4], file: store, find: '      if (!differs(row.tool, members)) return row;\n', put: '' },
  { wrong: 'an await between check and write', caught: [5], file: router, find: guard, put: '    return async (req, res) => {\n      requireMatch(req, find(req));\n      await new Promise((resolve) => setTimeout(resolve, 500));\n' },
  { wrong: 'DELETE ignores the tag', caught: [6], file: router, find: 'requireMatch(req, find(req), { optional: true });', put: 'find(req);' },
  { wrong: 'DELETE demands a tag', caught: [6], file: router, find: 'requireMatch(req, find(req), { optional: true });', put: 'requireMatch(req, find(req));' },
];
