import { HttpError } from '../problem.js';

const UNIQUE = [1555, 2067];
const FOREIGN_KEY = 787;
const CHECK = 275;

export const isForeignKey = (error) => error.errcode === FOREIGN_KEY;

// Runs `work` and turns the violation of a constraint into an answer.
export function translateViolations(work) {
  try {
    return work();
  } catch (error) {
    if (UNIQUE.includes(error.errcode)) throw new HttpError(409, 'There is already one with this key');
    if (error.errcode === FOREIGN_KEY) throw new HttpError(422, 'Something that is referred to does not exist');
    if (error.errcode === CHECK) throw new HttpError(422, 'A rule of the database is broken');
    throw error;
  }
}
