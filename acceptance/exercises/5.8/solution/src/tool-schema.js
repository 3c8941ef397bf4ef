import { z } from 'zod';
import { text, words } from './text.js';

const members = {
  name: words(80),
  price: z.int().min(0).max(1_000_000),
  available: z.boolean(),
  shelf: z.string().regex(/^[A-Z]\d{1,2}$/).nullable(),
  note: text().max(500).nullable(),
};

export const ToolInput = z.strictObject({
  ...members,
  available: members.available.default(true),
  shelf: members.shelf.default(null),
  note: members.note.default(null),
});

export const ToolPatch = z.strictObject(members).partial()
  .refine((patch) => Object.keys(patch).length > 0, 'Send at least one member')
  .meta({ minProperties: 1 });
