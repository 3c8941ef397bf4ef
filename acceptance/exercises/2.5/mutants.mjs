const store = 'src/tool-store.js';
const router = 'src/tools-router.js';

export default [
  { wrong: 'PUT changes only what was sent', caught: [1, 3], file: router, find: 'change(ToolInput)', put: 'change(ToolPatch)' },
  { wrong: 'PUT gives the tool a new id', caught: [2], file: store, find: '...tool, ...members,', put: "...tool, ...members, id: Object.keys(members).length === 5 ? randomUUID() : tool.id," },
  { wrong: 'PUT is a new creation', caught: [2], file: store, find: '      tools.set(id, changed);', put: '      if (Object.keys(members).length === 5) changed.createdAt = new Date(now() + 1).toISOString();\n      tools.set(id, changed);' },
  { wrong: 'the answer is what was sent', caught: [2], file: router, find: 'res.json(store.change(req.params.id, check(schema, req.body)));', put: 'store.change(req.params.id, check(schema, req.body));\n      res.json(req.body);' },
  { wrong: 'id is accepted and ignored', caught: [3], file: 'src/tool-schema.js', find: 'export const ToolInput = z.strictObject({\n', put: 'export const ToolInput = z.object({\n' },
  { wrong: 'a price of 0 is assumed', caught: [3], file: 'src/tool-schema.js', find: '  note: members.note.default(null),', put: '  note: members.note.default(null),\n  price: members.price.default(0),' },
  { wrong: 'each PUT moves updatedAt', caught: [4], file: store, find: ' || !differs(tool, members)', put: '' },
  { wrong: 'no PUT moves updatedAt', caught: [4], file: store, find: 'updatedAt: new Date(now()).toISOString() };', put: 'updatedAt: Object.keys(members).length === 5 ? tool.updatedAt : new Date(now()).toISOString() };' },
  { wrong: 'PUT creates what is not there', caught: [5], file: router, find: 'if (!store.get(req.params.id)) throw unknown(req.params.id);', put: "if (!store.get(req.params.id)) return res.status(201).json(store.add(check(schema, req.body)));" },
  { wrong: 'the tool moves to the end of the list', caught: [5], file: store, find: '      tools.set(id, changed);', put: '      tools.delete(id);\n      tools.set(id, changed);' },
];
