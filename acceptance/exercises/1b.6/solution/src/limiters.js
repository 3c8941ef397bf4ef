import { HIGHEST_COST } from './costs.js';
import { createFixedWindow } from './fixed-window.js';
import { createTokenBucket } from './token-bucket.js';

const now = () => performance.now();

const MAKERS = {
  window: ({ limit, windowMs }) => createFixedWindow({ limit, windowMs, now }),
  bucket({ limit, windowMs }) {
    if (limit < HIGHEST_COST) throw new Error(`LIMIT is ${limit}, but one request costs ${HIGHEST_COST}`);
    return createTokenBucket({ capacity: limit, refill: limit, everyMs: windowMs, now });
  },
};

// The limiter that the configuration names.
export const createLimiter = (config) => MAKERS[config.limiter](config);
