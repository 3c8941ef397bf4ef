const schema = 'src/tool-schema.js';
const store = 'src/tool-store.js';
const router = 'src/tools-router.js';

export default [
  { wrong: 'the patch fills in the defaults', caught: [1], file: schema, find: 'z.strictObject(members).partial()', put: 'ToolInput.partial()' },
  { wrong: 'the patch replaces the whole tool', caught: [1], file: store, find: '{ ...tool, ...members, updatedAt', put: '{ id: tool.id, createdAt: tool.createdAt, ...members, updatedAt' },
  { wrong: 'the change is answered and not stored', caught: [1], file: store, find: '      tools.set(id, changed);\n', put: '' },
  { wrong: 'updatedAt stays', caught: [2], file: store, find: ', updatedAt: new Date(now()).toISOString() };\n      tools.set(id, changed)', put: ' };\n      tools.set(id, changed)' },
  { wrong: 'createdAt moves, too', caught: [1, 2], file: store, find: '...members, updatedAt: new Date(now()).toISOString() };', put: '...members, updatedAt: new Date(now()).toISOString() };\n      changed.createdAt = changed.updatedAt;' },
  { wrong: 'each PATCH is a change', caught: [3], file: store, find: ' || !differs(tool, members)', put: '' },
  { wrong: 'the raw members are compared', caught: [3], file: router, find: 'store.change(req.params.id, check(ToolPatch, req.body))', put: 'store.change(req.params.id, (check(ToolPatch, req.body), req.body))' },
  { wrong: 'only JSON by its plain name', caught: [4], file: router, find: "  type: ['application/json', 'application/merge-patch+json'],\n", put: '' },
  { wrong: 'null means missing', caught: [4], file: store, find: '...members, updatedAt', put: '...Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null)), updatedAt' },
  { wrong: 'an empty patch is fine', caught: [5], file: schema, find: "\n  .refine((patch) => Object.keys(patch).length > 0, 'Send at least one member')", put: '' },
  { wrong: 'a required member can be cleared', caught: [5], file: schema, find: 'z.strictObject(members).partial()', put: 'z.strictObject({ ...members, name: members.name.nullable() }).partial()' },
  { wrong: 'unknown members are dropped', caught: [5], file: schema, find: 'z.strictObject(members)', put: 'z.object({ ...members, id: z.string() })' },
  { wrong: 'an unknown tool is made', caught: [5], file: router, find: '.patch(parsePatch, (req, res) => {\n      if (!store.get(req.params.id)) throw unknown(req.params.id);\n', put: '.patch(parsePatch, (req, res) => {\n' },
];
