import { z } from 'zod';
import { now } from './clock.js';
import { text, words } from './text.js';

export const MemberInput = z.strictObject({ name: words(80) });

export const CopyInput = z.strictObject({ serialNumber: words(40) });

export const LoanInput = z.strictObject({
  toolId: text(),
  dueAt: z.iso.datetime({ precision: 3 })
    .refine((time) => Date.parse(time) > now(), 'Must be in the future')
    .optional(),
});

export const DeskLoanInput = LoanInput.extend({ memberId: text().optional() });
