import { z } from 'zod';

// A NUL character and half a surrogate pair do not survive the way through a database.
const isStorable = (value) => value.isWellFormed() && !value.includes('\0');

export const text = () => z.string().refine(isStorable, 'Contains a character that cannot be stored');
