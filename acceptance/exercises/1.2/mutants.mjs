export default [
  { wrong: 'a default export', caught: [1], file: 'src/greet.js', find: 'export function', put: 'export default function' },
  { wrong: 'importing prints', caught: [1], file: 'src/greet.js', find: 'export function', put: "console.log('loaded');\nexport function" },
  { wrong: 'greet prints instead of returning', caught: [1], file: 'src/greet.js', find: 'return `Hello, ${name}!`;', put: "return void console.log('Hello!');" },
  { wrong: 'greet throws a text', caught: [1], file: 'src/greet.js', find: "throw new Error('The name is blank')", put: "throw 'The name is blank'" },
  { wrong: 'the package is not a module', caught: [2], file: 'package.json', find: '  "type": "module",\n', put: '' },
  { wrong: 'require beside import', caught: [2], file: 'src/hello.js', find: 'const name', put: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\nrequire('node:path');\nconst name" },
  { wrong: 'a test that cannot fail', caught: [3], file: 'test/greet.test.js', find: "assert.equal(greet('Ada'), 'Hello, Ada!');", put: "assert.ok(greet('Ada'));" },
  { wrong: 'only one test', caught: [3], file: 'test/greet.test.js', find: "test('refuses a blank name', () => {\n  assert.throws(() => greet('  '));\n});\n", put: '' },
  { wrong: 'a test that fails', caught: [3], file: 'test/greet.test.js', find: "'Hello, Ada!'", put: "'Hello, Bo!'" },
  { wrong: 'the blank name reaches the caller as an exception', caught: [4], file: 'src/hello.js', find: "name.trim() === ''", put: "name === ''" },
];
