const [router, page, runner, examples, send, server] = ['src/describe-router.js', 'src/docs-page.js', 'scripts/run-examples.js',
  'src/examples.js', 'scripts/support/send-examples.js', 'scripts/support/prepared-server.js'];

export default [
  { wrong: 'the page is sent as text', caught: [1], file: router, find: "res.type('html')", put: "res.type('text')" },
  { wrong: 'headings have no id', caught: [1], file: page, find: ' id="${escapeHtml(operationId)}"', put: '' },
  { wrong: 'the page does not document itself', caught: [1], file: examples, find: '  getDocs: [{ status: 200 }],\n', put: '' },
  { wrong: 'only what changes something has examples', caught: [1], file: router, find: 'EXAMPLES[operation.operationId] ?? []', put: "operation.method === 'get' ? [] : EXAMPLES[operation.operationId]" },
  { wrong: 'an example has a wrong status', caught: [2], file: examples, find: "password: 'short' }, status: 422", put: "password: 'short' }, status: 400" },
  { wrong: 'whoever needs the tool comes after its deletion', caught: [2], file: examples, find: "params: { id: '{{oldToolId}}' }", put: 'params: tool' },
  { wrong: 'the login ends before others need it', caught: [2], file: examples, find: '  getMe: [', put: '  logOut: [],\n  getMe: [' },
  { wrong: 'the server keeps its database', caught: [2], file: server, find: "DB_FILE: join(dir, 'toolshed.db')", put: "DB_FILE: process.env.DB_FILE" },
  { wrong: 'only failures are printed', caught: [2, 3], file: runner, find: "    console.log(`${mistakes.length === 0", put: "    if (mistakes.length > 0) console.log(`${mistakes.length === 0" },
  { wrong: 'the status is not compared', caught: [3], file: runner, find: 'answer.status === example.status ? []', put: 'answer.status < 500 ? []' },
  { wrong: 'the first failure ends the run', caught: [3], file: runner, find: 'process.exitCode = 1;', put: '{ process.exitCode = 1; break; }' },
  { wrong: 'a failure does not say what came', caught: [3], file: runner, find: 'the answer has status ${answer.status}', put: 'the answer has another status' },
  { wrong: 'the exit code is always 0', caught: [3, 4], file: runner, find: 'if (mistakes.length > 0) process.exitCode = 1;', put: '' },
  { wrong: 'the runner has the statuses of its own', caught: [3], file: send, find: ".map(([, data]) => JSON.parse(unescapeHtml(data)));", put: ".map(([, data]) => JSON.parse(unescapeHtml(data))).map((example) => (example.status === 299 ? { ...example, status: 201 } : example));" },
  { wrong: 'bodies are not checked', caught: [4], file: runner, find: '[...wrongStatus, ...checkBody', put: '[...wrongStatus, ...(() => [])' },
  { wrong: 'only refusals are checked', caught: [4], file: 'scripts/support/body-check.js', find: '|| body === undefined)', put: '|| body === undefined || status < 400)' },
  { wrong: 'summaries are not escaped', caught: [5], file: page, find: '<p>${escapeHtml(summary)}</p>', put: '<p>${summary}</p>' },
  { wrong: 'the page loads a style', caught: [5], file: page, find: '<title>ToolShed</title>', put: '<title>ToolShed</title>\n<link rel="stylesheet" href="/style.css">' },
];
