// At most `limit` requests in `windowMs` milliseconds. A window begins with its first request.
export function createFixedWindow({ limit, windowMs, now }) {
  let end = -Infinity;
  let count = 0;

  return {
    take() {
      const time = now();
      if (time >= end) [end, count] = [time + windowMs, 0];
      const allowed = count < limit;
      if (allowed) count += 1;
      return { allowed, limit, remaining: limit - count, resetMs: end - time };
    },
  };
}
