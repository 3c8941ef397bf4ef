// At most `limit` requests of each client in `windowMs` milliseconds. A window begins with its first request.
export function createFixedWindow({ limit, windowMs, now }) {
  const windows = new Map();
  let nextSweep = now() + windowMs;

  function sweep(time) {
    if (time < nextSweep) return;
    for (const [key, { end }] of windows) if (time >= end) windows.delete(key);
    nextSweep = time + windowMs;
  }

  function windowOf(key, time) {
    const known = windows.get(key);
    if (known && time < known.end) return known;
    const begun = { end: time + windowMs, count: 0 };
    windows.set(key, begun);
    return begun;
  }

  return {
    get size() {
      return windows.size;
    },
    take(key) {
      const time = now();
      sweep(time);
      const window = windowOf(key, time);
      const allowed = window.count < limit;
      if (allowed) window.count += 1;
      return { allowed, limit, remaining: limit - window.count, resetMs: window.end - time };
    },
  };
}
