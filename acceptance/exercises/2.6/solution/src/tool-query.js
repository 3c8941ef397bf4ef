import { z } from 'zod';

export const ToolQuery = z.strictObject({
  available: z.enum(['true', 'false']).transform((text) => text === 'true').optional(),
  q: z.string().min(1).max(80).optional(),
  maxPrice: z.string().regex(/^\d{1,9}$/).transform(Number).optional(),
});

export function filterTools(tools, { available, q, maxPrice }) {
  return tools
    .filter((tool) => available === undefined || tool.available === available)
    .filter((tool) => q === undefined || tool.name.toLowerCase().includes(q.toLowerCase()))
    .filter((tool) => maxPrice === undefined || tool.price <= maxPrice);
}
