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
  limit: Digits.refine((limit) => limit >= 1 && limit <= 100, 'From 1 to 100').default(20),
  offset: Digits.default(0),
});

function readRule(text) {
  return { key: text.replace(/^-/, ''), sign: text.startsWith('-') ? -1 : 1 };
}

export function filterRows(rows, { available, q, maxPrice }) {
  return rows
    .filter(({ tool }) => available === undefined || tool.available === available)
    .filter(({ tool }) => q === undefined || tool.name.toLowerCase().includes(q.toLowerCase()))
    .filter(({ tool }) => maxPrice === undefined || tool.price <= maxPrice);
}

// Compares two rows of the store; the number of creation is the last key of every order.
export function compareRows(rules = []) {
  return (a, b) => {
    for (const { key, sign } of rules) {
      if (a.tool[key] < b.tool[key]) return -sign;
      if (a.tool[key] > b.tool[key]) return sign;
    }
    return a.number - b.number;
  };
}
