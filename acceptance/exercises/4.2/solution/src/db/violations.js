import { HttpError } from '../problem.js';

const UNIQUE = [1555, 2067];
const FOREIGN_KEY = 787;
const CHECK = 275;

export const isForeignKey = (error) => error.errcode === FOREIGN_KEY;

// `column` as SQLite names it: table.column.
export const isUnique = (error, column) => UNIQUE.includes(error.errcode) && error.message.includes(column);

// The answer to the violation of a constraint, or the error itself.
export function translateViolation(error) {
  if (UNIQUE.includes(error.errcode)) return new HttpError(409, 'There is already one with this key');
  if (error.errcode === FOREIGN_KEY) return new HttpError(422, 'Something that is referred to does not exist');
  if (error.errcode === CHECK) return new HttpError(422, 'A rule of the database is broken');
  return error;
}
