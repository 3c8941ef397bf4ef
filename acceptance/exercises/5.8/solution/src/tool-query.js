import { z } from 'zod';

const SORT_KEYS = ['name', 'price', 'createdAt'];

const Digits = z.string().regex(/^\d{1,9}$/).transform(Number);

const Sort = z.string()
  .transform((text) => text.split(',').map(readRule))
  .refine((rules) => rules.every(({ key }) => SORT_KEYS.includes(key)), 'Sort by name, price or createdAt')
  .refine((rules) => new Set(rules.map(({ key }) => key)).size === rules.length, 'Name each key once');

export const ToolQuery = z.strictObject({
  available: z.enum(['true', 'false']).transform((text) => text === 'true').optional(),
  q: z.string().min(1).max(80).optional(),
  maxPrice: Digits.optional(),
  sort: Sort.optional(),
  limit: Digits.refine((limit) => limit >= 1 && limit <= 100, 'From 1 to 100').prefault('20'),
  offset: Digits.optional(),
  cursor: z.string().optional(),
}).refine(({ cursor, offset }) => cursor === undefined || offset === undefined, {
  path: ['cursor'],
  message: 'Send either cursor or offset',
});

function readRule(text) {
  return { key: text.replace(/^-/, ''), sign: text.startsWith('-') ? -1 : 1 };
}
