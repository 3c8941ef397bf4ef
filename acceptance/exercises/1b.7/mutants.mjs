const [file, app] = ['src/concurrency.js', 'src/app.js'];
const use = '  app.use(limitConcurrency({ maxInFlight, maxWaiting }));\n';

export default [
  { wrong: 'nobody waits', caught: [1, 4], file, find: 'running >= maxInFlight && waiting.length >= maxWaiting', put: 'running >= maxInFlight' },
  { wrong: 'everybody waits', caught: [1, 4], file, find: 'running >= maxInFlight && waiting.length >= maxWaiting', put: 'running < 0' },
  { wrong: 'everything runs', caught: [1], file, find: 'if (running < maxInFlight) start(request);', put: 'if (running >= 0) start(request);' },
  { wrong: 'the refusal does not say when to come back', caught: [1], file, find: "      res.set('Retry-After', '1');\n", put: '' },
  { wrong: 'the refusal is a 500', caught: [1, 4], file, find: "throw new HttpError(503, 'Too many requests are running');", put: "throw new Error('Too many requests are running');" },
  { wrong: 'the first in the queue is never started', caught: [1], file, find: '    if (first) start(first);\n', put: '' },
  { wrong: 'who has left keeps the place in the queue', caught: [2], file, find: '      waiting.splice(waiting.indexOf(request), 1);\n', put: '' },
  { wrong: 'who leaves while waiting gives a place back', caught: [2], file, find: '      waiting.splice(waiting.indexOf(request), 1);\n      return;', put: '      waiting.splice(waiting.indexOf(request), 1);' },
  { wrong: 'only success gives the place back', caught: [3], file, find: "res.on('close', () => finish(request));", put: "res.on('close', () => { if (res.statusCode < 500) finish(request); });" },
  { wrong: 'the end of the answer gives it back a second time', caught: [3], file, find: "res.on('close', () => finish(request));", put: "for (const event of ['close', 'finish']) res.on(event, () => finish(request));" },
  { wrong: 'monitors wait, too', caught: [4], file: app, find: use, put: '', also: [[app, "  app.route('/health')", `${use}  app.route('/health')`]] },
];
