const app = 'src/app.js';
const convert = 'src/convert.js';

export default [
  { wrong: 'the result is not rounded', caught: [1], file: convert, find: 'Math.round(result * 100) / 100', put: 'result' },
  { wrong: 'the result is a text', caught: [1], file: convert, find: 'Math.round(result * 100) / 100', put: 'result.toFixed(2)' },
  { wrong: 'an inch is 25 mm', caught: [1], file: convert, find: '25.4', put: '25' },
  { wrong: 'no negative values', caught: [1], file: app, find: '[+-]?', put: '' },
  { wrong: 'from and to are exchanged', caught: [1], file: app, find: 'convert(Number(value), from, to)', put: 'convert(Number(value), to, from)' },
  { wrong: 'whatever Number understands is a number', caught: [2], file: app, find: '!NUMBER.test(value)', put: 'Number.isNaN(Number(value))' },
  { wrong: 'a unit named constructor', caught: [2], file: convert, find: 'MILLIMETERS.has(text)', put: 'text in { mm: 1, cm: 10, m: 1000, in: 25.4 }' },
  { wrong: 'the body does not name the parameter', caught: [2], file: app, find: 'Wrong value for ${parameter}', put: 'Bad request' },
  { wrong: 'to is not checked', caught: [2, 3], file: app, find: "  if (!isUnit(to)) return refuse('to');\n", put: '' },
  { wrong: 'an array is used like a text', caught: [3], file: app, find: '!isUnit(from)', put: '!isUnit(from.trim())' },
  { wrong: 'the first of two values counts', caught: [3], file: app, find: '!isUnit(from)', put: '!isUnit([from].flat()[0])' },
  { wrong: 'the value is optional', caught: [4], file: app, find: "'/convert/:value'", put: "'/convert{/:value}'" },
];
