const [file, limit, app, config] = ['src/fixed-window.js', 'src/limit.js', 'src/app.js', 'src/config.js'];
const use = '  app.use(limitRequests(createFixedWindow({ limit, windowMs, now: () => performance.now() })));\n\n';

export default [
  { wrong: 'one more is allowed', caught: [1, 2], file, find: 'count < limit', put: 'count <= limit' },
  { wrong: 'refused requests make the window longer', caught: [1], file, find: 'if (allowed) count += 1;', put: 'if (allowed) count += 1;\n      else end = time + windowMs;' },
  { wrong: 'the window never ends', caught: [1], file, find: 'if (time >= end) [end', put: 'if (end < 0) [end' },
  { wrong: 'the refusal is text', caught: [1], file: limit, find: "throw new HttpError(429, 'Too many requests; come back later')", put: "return res.status(429).type('text').send('Too many requests')" },
  { wrong: 'only what exists counts', caught: [2], file: app, find: use, put: '',
    also: [[app, ".get(answerConversion)", '.all(limitRequests(createFixedWindow({ limit, windowMs, now: () => performance.now() })))\n    .get(answerConversion)']] },
  { wrong: 'monitors are refused', caught: [3], file: app, find: use, put: '', also: [[app, "  app.route('/health')", `${use}  app.route('/health')`]] },
  { wrong: 'refusals are not logged', caught: [4], file: app, find: use, put: '', also: [[app, '  app.use(requestLog({ log }));', `${use}  app.use(requestLog({ log }));`]] },
  { wrong: 'a limit of 0 is allowed', caught: [5], file: config, find: "'LIMIT', { min: 1,", put: "'LIMIT', { min: 0," },
  { wrong: 'what is no number is the default', caught: [5], file: config, find: "readWholeNumber({ WINDOW_MS: '60000', ...env }, 'WINDOW_MS', { min: 1, max: 86_400_000 })", put: 'Number(env.WINDOW_MS) || 60_000' },
];
