import { HttpError } from './problem.js';

// Refuses what is above the limit, and says with every answer where the client stands.
export function limitRequests(limiter, { windowMs }) {
  return (req, res, next) => {
    const { allowed, limit, remaining, resetMs } = limiter.take();
    const seconds = Math.ceil(resetMs / 1000);
    res.set({
      'RateLimit-Policy': `"default";q=${limit};w=${Math.ceil(windowMs / 1000)}`,
      RateLimit: `"default";r=${remaining};t=${seconds}`,
    });
    if (allowed) return next();
    res.set('Retry-After', String(seconds));
    throw new HttpError(429, 'Too many requests; come back later');
  };
}
