const schema = 'src/tool-schema.js';
const check = 'src/check.js';

export default [
  { wrong: 'the unknown members are one entry with an empty path', caught: [1, 2], file: check, find: "if (code !== 'unrecognized_keys') return", put: 'return' },
  { wrong: 'unknown members are dropped', caught: [1, 2], file: schema, find: 'z.strictObject', put: 'z.object' },
  { wrong: 'only the first mistake is told', caught: [1, 2], file: check, find: 'result.error.issues.flatMap', put: 'result.error.issues.slice(0, 1).flatMap' },
  { wrong: 'errors are not in the answer', caught: [1, 2], file: 'src/problem.js', find: '    errors: err instanceof HttpError ? err.errors : undefined,\n', put: '' },
  { wrong: 'a blank name is a name', caught: [1], file: schema, find: '.trim().min(1)', put: '.min(1)' },
  { wrong: 'a price as text is converted', caught: [2, 4], file: schema, find: 'z.int().min', put: 'z.coerce.number().int().min' },
  { wrong: 'half cents', caught: [2, 4], file: schema, find: 'z.int()', put: 'z.number()' },
  { wrong: 'names of any length', caught: [2, 4], file: schema, find: '.max(80)', put: '' },
  { wrong: 'the case of the shelf does not matter', caught: [2, 4], file: schema, find: '{1,2}$/', put: '{1,2}$/i' },
  { wrong: 'broken content is 400', caught: [1, 2, 3], file: check, find: 'status = 422', put: 'status = 400' },
  { wrong: 'broken JSON is 422', caught: [3], file: 'src/problem.js', find: "if (err instanceof HttpError) return err.status;", put: "if (err instanceof HttpError) return err.status;\n  if (err.type === 'entity.parse.failed') return 422;" },
  { wrong: 'the tool is stored before it is checked', caught: [4], file: 'src/tools-router.js', find: 'store.add(check(ToolInput, req.body))', put: 'store.add(req.body);\n      check(ToolInput, req.body)' },
  { wrong: 'the raw body is stored', caught: [5], file: 'src/tools-router.js', find: 'store.add(check(ToolInput, req.body))', put: 'store.add((check(ToolInput, req.body), req.body))' },
  { wrong: 'nothing is free', caught: [5], file: schema, find: 'z.int().min(0)', put: 'z.int().min(1)' },
];
