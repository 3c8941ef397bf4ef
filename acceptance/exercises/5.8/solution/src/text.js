import { z } from 'zod';

// A NUL character and half a surrogate pair do not survive the way through a database.
const isStorable = (value) => value.isWellFormed() && !value.includes('\0');

export const text = () => z.string().refine(isStorable, 'Contains a character that cannot be stored');

// Text that is more than white space. JSON Schema knows no trimming, so `pattern` says it there.
export const words = (max) => text().trim().min(1).max(max).meta({ pattern: '\\S' });
