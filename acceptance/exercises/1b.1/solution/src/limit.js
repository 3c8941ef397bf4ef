import { HttpError } from './problem.js';

export function limitRequests(limiter) {
  return (req, res, next) => {
    if (!limiter.take().allowed) throw new HttpError(429, 'Too many requests; come back later');
    next();
  };
}
