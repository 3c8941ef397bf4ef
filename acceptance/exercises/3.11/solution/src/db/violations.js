import { HttpError } from '../problem.js';

// SQLite's errcode and PostgreSQL's code.
const UNIQUE = [1555, 2067, '23505'];
const FOREIGN_KEY = [787, '23503'];
const CHECK = [275, '23514'];

const isOneOf = (codes, error) => codes.includes(error.errcode) || codes.includes(error.code);

export const isForeignKey = (error) => isOneOf(FOREIGN_KEY, error);

// The answer to the violation of a constraint, or the error itself.
export function translateViolation(error) {
  if (isOneOf(UNIQUE, error)) return new HttpError(409, 'There is already one with this key');
  if (isForeignKey(error)) return new HttpError(422, 'Something that is referred to does not exist');
  if (isOneOf(CHECK, error)) return new HttpError(422, 'A rule of the database is broken');
  return error;
}
