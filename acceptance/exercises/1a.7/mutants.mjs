const [file, app, log] = ['src/deprecation.js', 'src/app.js', 'src/request-log.js'];

export default [
  { wrong: 'only what succeeds is announced', caught: [1], file: app, find: "app.use('/v1', announceEnd(END_OF_V1), resourcesRouter(store, v1));", put: "app.get('/v1/tools', announceEnd(END_OF_V1));\n  app.use('/v1', resourcesRouter(store, v1));" },
  { wrong: 'the deprecation is in milliseconds', caught: [1], file, find: 'Math.floor(deprecated / 1000)', put: 'deprecated' },
  { wrong: 'the deprecation is an HTTP date', caught: [1], file, find: '`@${Math.floor(deprecated / 1000)}`', put: 'new Date(deprecated).toUTCString()' },
  { wrong: 'the sunset is an ISO date', caught: [1], file, find: 'new Date(sunset).toUTCString()', put: 'new Date(sunset).toISOString()' },
  { wrong: 'no page is named', caught: [1], file, find: '    res.append', put: '    if (page === null) res.append' },
  { wrong: 'the page is plain text', caught: [2], file: app, find: "res.type('html')", put: "res.type('text')" },
  { wrong: 'the page does not exist', caught: [2], file: app, find: "page: '/docs/v1-to-v2'", put: "page: '/docs/v1'" },
  { wrong: 'every answer is deprecated', caught: [3], file: app, find: "app.use('/v1', announceEnd(END_OF_V1), resourcesRouter(store, v1));", put: "app.use(announceEnd(END_OF_V1));\n  app.use('/v1', resourcesRouter(store, v1));" },
  { wrong: 'the log does not tell', caught: [4], file: log, find: ', aborted, deprecated }', put: ', aborted }' },
  { wrong: 'every line is deprecated', caught: [4], file: log, find: 'aborted, deprecated }', put: 'aborted, deprecated: true }' },
  { wrong: 'the order of the dates does not matter', caught: [5], file, find: 'if (sunset < deprecated)', put: 'if (Number.isNaN(sunset))' },
  { wrong: 'the error names one date', caught: [5], file, find: ' than the deprecation ${dayOf(deprecated)}', put: ' than the deprecation' },
];
