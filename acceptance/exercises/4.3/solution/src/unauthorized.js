import { HttpError } from './problem.js';

// A 401, with the challenge that belongs to it.
export const unauthorized = (detail, challenge = 'Bearer realm="toolshed"') => (
  Object.assign(new HttpError(401, detail), { challenge }));
