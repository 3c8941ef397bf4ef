import { z } from 'zod';
import { now } from './clock.js';
import { text } from './text.js';

export const MemberInput = z.strictObject({ name: text().trim().min(1).max(80) });

export const CopyInput = z.strictObject({ serialNumber: text().trim().min(1).max(40) });

export const LoanInput = z.strictObject({
  toolId: text(),
  memberId: text(),
  dueAt: z.iso.datetime({ precision: 3 })
    .refine((time) => Date.parse(time) > now(), 'Must be in the future')
    .optional(),
});
