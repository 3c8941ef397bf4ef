import { HttpError } from './problem.js';

export function check(schema, value, status = 422) {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new HttpError(status, 'The input breaks a rule', result.error.issues.flatMap(toErrors));
}

function toErrors({ code, path, keys, message }) {
  if (code !== 'unrecognized_keys') return [{ path: path.join('.'), message }];
  return keys.map((key) => ({ path: [...path, key].join('.'), message: 'This member is not known' }));
}
