const [file, client] = ['src/limit.js', 'src/polite-client.js'];

export default [
  { wrong: 'errors have no headers', caught: [1], file, find: '    res.set({', put: '    if (allowed) res.set({' },
  { wrong: 'the window is in milliseconds', caught: [1], file, find: 'w=${Math.ceil(windowMs / 1000)}', put: 'w=${windowMs}' },
  { wrong: 'nobody learns when the quota is renewed', caught: [1], file, find: ';t=${seconds}', put: '' },
  { wrong: 'the rest is that before this request', caught: [2], file, find: 'r=${remaining}', put: 'r=${allowed ? remaining + 1 : remaining}' },
  { wrong: 'the rest is what was used', caught: [2], file, find: 'r=${remaining}', put: 'r=${limit - remaining}' },
  { wrong: 'the refusal does not say for how long', caught: [3], file, find: "    res.set('Retry-After', String(seconds));\n", put: '' },
  { wrong: 'the wait is rounded down', caught: [3], file, find: "String(seconds)", put: 'String(Math.floor(resetMs / 1000))' },
  { wrong: 'the wait has fractions', caught: [3], file, find: "String(seconds)", put: 'String(resetMs / 1000)' },
  { wrong: 'the client does not wait', caught: [4], file: client, find: ' await pause(Number(res.headers.get(\'retry-after\')) * 1000);', put: ' await pause(10);' },
  { wrong: 'a refused request is not repeated', caught: [4], file: client, find: '  else sent += 1;', put: '  sent += 1;' },
];
