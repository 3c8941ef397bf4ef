import { rateLimit } from 'express-rate-limit';
import { clientId } from './client-id.js';
import { HttpError } from './problem.js';

// The fixed window of the package, with our refusals and our idea of who is who.
export function limitByLibrary({ limit, windowMs, apiKeys }) {
  return rateLimit({
    windowMs,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: 'default',
    keyGenerator: (req) => clientId(req, apiKeys),
    handler: (req, res, next) => next(new HttpError(429, 'Too many requests; come back later')),
  });
}
