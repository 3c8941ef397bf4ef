import { z } from 'zod';
import { MemberInput } from './loan-schema.js';
import { text } from './text.js';

export const AccountInput = MemberInput.extend({
  email: text().trim().max(254).pipe(z.email()),
  password: text().min(15).max(128),
});

// The rules of registration do not belong here: they would say which passwords cannot be right.
export const LoginInput = z.strictObject({
  email: text().max(254),
  password: text().max(128),
  mode: z.enum(['token', 'cookie']).default('token'),
});

export const RefreshInput = z.strictObject({ refreshToken: text() });
