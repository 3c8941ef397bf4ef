const [id, app, config] = ['src/client-id.js', 'src/app.js', 'src/config.js'];

export default [
  { wrong: 'the header is believed', caught: [1], file: id, find: 'req.ip.replace', put: "(req.get('x-forwarded-for')?.split(',').at(-1).trim() ?? req.ip).replace" },
  { wrong: 'proxies are always trusted', caught: [1], file: app, find: "app.set('trust proxy', trustProxy);", put: "app.set('trust proxy', 1);" },
  { wrong: 'the first entry is believed', caught: [3], file: app, find: "app.set('trust proxy', trustProxy);", put: "app.set('trust proxy', trustProxy > 0);" },
  { wrong: 'the number is a text', caught: [2], file: app, find: "app.set('trust proxy', trustProxy);", put: "app.set('trust proxy', String(trustProxy));" },
  { wrong: 'nobody tells Express', caught: [2], file: app, find: "  app.set('trust proxy', trustProxy);\n", put: '' },
  { wrong: 'an IPv4 address in IPv6 form is another one', caught: [3], file: id, find: ".replace(MAPPED, '')", put: '' },
  { wrong: 'true is a number of proxies', caught: [4], file: config, find: "readWholeNumber({ TRUST_PROXY: '0', ...env }, 'TRUST_PROXY', { max: 5 })", put: "(env.TRUST_PROXY === 'true' ? 1 : Number(env.TRUST_PROXY ?? 0))" },
];
