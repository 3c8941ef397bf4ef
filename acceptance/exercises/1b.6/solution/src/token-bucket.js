// A bucket of `capacity` tokens for each client; in `everyMs` milliseconds, `refill` tokens come in.
// A token has `everyMs` parts, so that a millisecond brings exactly `refill` of them.
export function createTokenBucket({ capacity, refill, everyMs, now }) {
  const full = capacity * everyMs;
  const buckets = new Map();
  const read = () => Math.floor(now());
  const fillMs = Math.ceil(full / refill);
  let nextSweep = read() + fillMs;

  const levelAt = ({ level, at }, time) => Math.min(full, level + (time - at) * refill);

  function sweep(time) {
    if (time < nextSweep) return;
    for (const [key, bucket] of buckets) if (levelAt(bucket, time) === full) buckets.delete(key);
    nextSweep = time + fillMs;
  }

  return {
    get size() {
      return buckets.size;
    },
    // All or nothing: what cannot be paid takes nothing.
    take(key, cost = 1) {
      const time = read();
      sweep(time);
      const before = levelAt(buckets.get(key) ?? { level: full, at: time }, time);
      const price = cost * everyMs;
      const allowed = before >= price;
      const level = allowed ? before - price : before;
      buckets.set(key, { level, at: time });
      const missing = allowed ? full - level : price - level;
      return { allowed, limit: capacity, remaining: Math.floor(level / everyMs), resetMs: Math.ceil(missing / refill) };
    },
  };
}
