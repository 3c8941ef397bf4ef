import { z } from 'zod';
import { MemberInput } from './loan-schema.js';
import { text } from './text.js';

export const AccountInput = MemberInput.extend({
  email: text().trim().max(254).pipe(z.email()),
  password: text().min(15).max(128),
});
