const [file, limiters, config] = ['src/token-bucket.js', 'src/limiters.js', 'src/config.js'];

export default [
  { wrong: 'a refusal names the time until the bucket is full', caught: [1], file, find: 'allowed ? full - level : everyMs - level', put: 'full - level' },
  { wrong: 'tokens come in whole', caught: [1], file, find: 'level + (time - at) * refill', put: 'level + Math.floor((time - at) / 1000) * refill * everyMs' },
  { wrong: 'the bucket begins empty', caught: [1], file, find: '{ level: full, at: time }', put: '{ level: 0, at: time }' },
  { wrong: 'a refused try forgets what came in', caught: [2], file, find: 'buckets.set(key, { level, at: time });', put: 'buckets.set(key, { level: allowed ? level : buckets.get(key)?.level ?? level, at: time });' },
  { wrong: 'fractions add up', caught: [2], file, find: 'const full = capacity * everyMs;', put: 'const perMs = refill / everyMs;\n  const full = capacity;',
    also: [[file, 'level + (time - at) * refill', 'level + (time - at) * perMs'], [file, 'before >= everyMs;', 'before >= 1;'], [file, 'before - everyMs', 'before - 1']] },
  { wrong: 'the bucket runs over', caught: [3], file, find: 'Math.min(full, level + (time - at) * refill)', put: 'level + (time - at) * refill' },
  { wrong: 'what remains is that before', caught: [3], file, find: 'Math.floor(level / everyMs)', put: 'Math.floor(before / everyMs)' },
  { wrong: 'the module test waits', caught: [4], file: 'test/token-bucket.test.js', find: "test('tokens come in one by one', () => {", put: "test('tokens come in one by one', async () => {\n  await new Promise((resolve) => setTimeout(resolve, 1200));" },
  { wrong: 'there is no module test of the border', caught: [4], file, find: 'const allowed = before >= everyMs;', put: 'const allowed = before > everyMs;' },
  { wrong: 'the bucket is filled once a second', caught: [5], file: limiters, find: 'refill: limit, everyMs: windowMs', put: 'refill: limit, everyMs: 1000' },
  { wrong: 'an unknown limiter is the window', caught: [5], file: config, find: "  throw new Error(`${name} must be one of", put: "  if (env[name] !== undefined) return words[0];\n  throw new Error(`${name} must be one of" },
  { wrong: 'the bucket is that of all', caught: [5], file, find: "buckets.get(key) ?? {", put: "buckets.get('all') ?? {", also: [[file, 'buckets.set(key,', "buckets.set('all',"]] },
];
