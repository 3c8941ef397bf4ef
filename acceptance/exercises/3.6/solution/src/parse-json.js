import express from 'express';
import { check } from './check.js';
import { HttpError } from './problem.js';

export const parseJson = express.json({ limit: '10kb' });

// The body of the request as the schema describes it.
export function readBody(schema, req) {
  if (req.body === undefined) throw new HttpError(400, 'Send the body as JSON');
  return check(schema, req.body);
}
