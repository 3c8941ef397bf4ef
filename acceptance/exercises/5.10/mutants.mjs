const [contract, findings, server, body] = ['scripts/contract.js', 'scripts/support/contract-findings.js', 'scripts/support/prepared-server.js', 'scripts/support/body-check.js'];

export default [
  { wrong: 'only the findings are counted', caught: [1], file: contract, find: '${operations} operations, ${examples} examples, ', put: '' },
  { wrong: 'the saved document is an old one', caught: [1], file: 'openapi.json', find: '"summary": "One tool"', put: '"summary": "A tool"' },
  { wrong: 'an answer without a body needs a content type', caught: [1], file: findings, find: "types.length === 0 ? type === '' : ", put: '' },
  { wrong: 'bodies are not checked', caught: [2], file: findings, find: 'return checkBody({ path, method }, { status, type, body })', put: 'return []' },
  { wrong: 'the answer schema is not strict', caught: [2], file: 'src/answer-schemas.js', find: 'export const Tool = z.strictObject({', put: 'export const Tool = z.looseObject({' },
  { wrong: 'the member in a finding has no name', caught: [2], file: body, find: 'name === undefined ? instancePath : `${instancePath}/${name}`', put: 'instancePath' },
  { wrong: 'the first mistake of a body is enough', caught: [2], file: body, find: 'allErrors: true', put: 'allErrors: false' },
  { wrong: 'a list is not looked into', caught: [2], file: 'src/answer-schemas.js', find: 'export const ToolList = listOf(Tool,', put: 'export const ToolList = listOf(z.any(),' },
  { wrong: 'the status is not checked', caught: [3, 5], file: findings, find: "if (!response) return finding('is a status that is not documented');", put: 'if (!response) return [];' },
  { wrong: 'the documented status of the example decides', caught: [3], file: findings, find: 'const { status, type, body } = answer;', put: 'const { type, body } = answer;\n    const { status } = example;',
    also: [[findings, 'return ({ operationId, path, method }, answer) => {', 'return (example, answer) => {\n    const { operationId, path, method } = example;']] },
  { wrong: 'the content type is not checked', caught: [3], file: findings, find: 'if (!isTyped) return', put: 'if (!isTyped && !response) return' },
  { wrong: 'any JSON will do', caught: [3], file: findings, find: 'types.includes(type)', put: "types.some((name) => name.includes('json') === type.includes('json'))" },
  { wrong: 'nobody misses examples', caught: [4], file: contract, find: '...findGaps(document, seen), ', put: '', also: [[findings, 'new Set([...before.keys(), ...after.keys()])', 'new Set([...before.keys()])']] },
  { wrong: 'only the paths are compared with the saved document', caught: [4], file: findings, find: '!isDeepStrictEqual(before.get(id), after.get(id))', put: 'before.has(id) !== after.has(id)' },
  { wrong: 'the saved document is written, not compared', caught: [4, 5], file: contract, find: "JSON.parse(await readFile('openapi.json', 'utf8'))", put: 'document' },
  { wrong: 'the first finding ends the run', caught: [5], file: contract, find: "...findChanges(JSON.parse", put: "...(findings.length > 0 ? () => [] : findChanges)(JSON.parse" },
  { wrong: 'a server that does not start is a finding', caught: [5], file: contract, find: 'process.exitCode = 2;', put: 'process.exitCode = 1;' },
  { wrong: 'a server that does not start is passed over', caught: [5], file: server, find: "throw new Error('The server does not start');", put: 'process.exit(0);' },
];
