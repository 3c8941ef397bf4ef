const [file, command] = ['src/compat.js', 'src/check-compat.js'];

export default [
  { wrong: 'an added member is a break', caught: [1], file, find: '    ...required.map', put: "    ...Object.keys(after).filter((name) => !before[name]).map((name) => ({ path: name, change: 'is new' })),\n    ...required.map" },
  { wrong: 'an open list may not grow', caught: [1], file, find: "older['x-open-enum'] === true ? [] : ", put: '' },
  { wrong: 'the order of types matters', caught: [1], file, find: '.toSorted()', put: '' },
  { wrong: 'removed members are not seen', caught: [2, 3, 4], file, find: "[{ path: inner, change: 'was removed' }]", put: '[]' },
  { wrong: 'types are not compared', caught: [2, 3], file, find: 'if (typesOf(older) !== typesOf(newer))', put: 'if (older.type === null)' },
  { wrong: 'only new members may not be required', caught: [2, 3], file, find: '!wasRequired.has(name))', put: '!wasRequired.has(name) && !before[name])' },
  { wrong: 'only old members may not be required', caught: [2], file, find: '!wasRequired.has(name))', put: '!wasRequired.has(name) && before[name])' },
  { wrong: 'lost values are not seen', caught: [2, 3], file, find: '    ...lost.map((value) => ({ path, change: `the value ${JSON.stringify(value)} is gone` })),\n', put: '' },
  { wrong: 'every list may grow', caught: [2, 3], file, find: "older['x-open-enum'] === true ?", put: "older['x-open-enum'] !== false ?" },
  { wrong: 'nobody looks into lists', caught: [3, 4], file, find: 'const items = older.items && newer.items ?', put: 'const items = older.items === null ?' },
  { wrong: 'paths have no brackets', caught: [3, 4], file, find: '`${path}[]`', put: 'path' },
  { wrong: 'paths are only names', caught: [3, 4], file, find: "path === '' ? name : `${path}.${name}`", put: 'name' },
  { wrong: 'the first finding is enough', caught: [4], file: command, find: 'for (const { path, change } of changes)', put: 'for (const { path, change } of changes.slice(0, 1))' },
  { wrong: 'a file that is no JSON is a finding', caught: [5], file: command, find: 'process.exitCode = 2;', put: 'process.exitCode = 1;' },
  { wrong: 'the message names no file', caught: [5], file: command, find: 'throw new Error(`Cannot read ${file}: ${error.message}`, { cause: error });', put: "throw new Error('Cannot read the schema', { cause: error });" },
  { wrong: 'a missing argument is nothing to compare', caught: [5], file: command, find: 'if (olderFile === undefined || newerFile === undefined) {', put: 'if (newerFile === undefined) process.exit(0);\n  if (olderFile === undefined) {' },
];
