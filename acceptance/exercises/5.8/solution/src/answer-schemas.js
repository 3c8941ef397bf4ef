import { z } from 'zod';

// What the API sends. Strict, so that nothing leaves it that is not described.
const id = z.uuid();
const time = z.iso.datetime({ precision: 3 });
const listOf = (schema, members = {}) => z.strictObject({ items: z.array(schema), ...members });
const short = z.strictObject({ id, name: z.string() });

export const Problem = z.strictObject({
  type: z.string(), title: z.string(), status: z.int(), detail: z.string(), requestId: z.uuid(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
});

export const Health = z.strictObject({ status: z.literal('ok') });
export const Readiness = z.strictObject({ status: z.literal('ready'), sqlite: z.string() });
export const Conversion = z.strictObject({ value: z.number(), from: z.string(), to: z.string(), result: z.number() });
export const Label = z.strictObject({ label: z.string() });
export const Message = z.strictObject({ message: z.string() });

export const Tool = z.strictObject({
  id, name: z.string(), price: z.int(), available: z.boolean(), shelf: z.string().nullable(), note: z.string().nullable(),
  createdAt: time, updatedAt: time,
});
// A page by offset has `total` and `offset`, one by cursor has neither.
export const ToolList = listOf(Tool, {
  total: z.int().optional(), limit: z.int(), offset: z.int().optional(), nextCursor: z.string().nullable(),
});
export const Stock = z.strictObject({ copies: z.int(), free: z.int() });
export const Copy = z.strictObject({ serialNumber: z.string(), toolId: id, lent: z.boolean() });
export const CopyList = listOf(Copy);

export const Photo = z.strictObject({
  id, toolId: id, name: z.string(), type: z.enum(['image/png', 'image/jpeg']), size: z.int(), createdAt: time,
});
export const PhotoList = listOf(Photo);

export const Loan = z.strictObject({
  id, toolId: id, memberId: id, lentAt: time, dueAt: time, returnedAt: time.nullable(),
});
export const LoanList = listOf(Loan.extend({ tool: short.optional(), member: short.optional() }), { total: z.int() });

export const Member = z.strictObject({ id, name: z.string(), createdAt: time });
export const Account = Member.extend({ email: z.string() });
export const User = z.strictObject({ id, name: z.string(), email: z.string(), role: z.enum(['member', 'staff']) });
export const CsrfToken = z.strictObject({ csrfToken: z.string() });
const Tokens = z.strictObject({
  accessToken: z.string(), tokenType: z.literal('Bearer'), expiresIn: z.int(), refreshToken: z.string(),
});
// By token, or by cookie.
export const Login = z.union([Tokens, CsrfToken]);
