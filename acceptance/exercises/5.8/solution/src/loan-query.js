import { z } from 'zod';

const INCLUDES = ['tool', 'member'];

const Include = z.string()
  .transform((text) => text.split(','))
  .refine((names) => names.every((name) => INCLUDES.includes(name)), 'Include tool, member or both')
  .refine((names) => new Set(names).size === names.length, 'Name each only once');

export const LoanQuery = z.strictObject({
  scope: z.literal('all').optional(),
  include: Include.optional(),
  overdue: z.literal('true').transform(() => true).optional(),
  limit: z.string().regex(/^\d{1,3}$/).transform(Number)
    .refine((limit) => limit >= 1 && limit <= 500, 'From 1 to 500').prefault('100'),
});
