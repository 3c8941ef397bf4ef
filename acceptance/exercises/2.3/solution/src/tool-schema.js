import { z } from 'zod';

export const ToolInput = z.strictObject({
  name: z.string().trim().min(1).max(80),
  price: z.int().min(0).max(1_000_000),
  available: z.boolean().default(true),
  shelf: z.string().regex(/^[A-Z]\d{1,2}$/).nullable().default(null),
  note: z.string().max(500).nullable().default(null),
});
