import { readFile } from 'node:fs/promises';
import { createAnswerCheck, findChanges, findGaps } from './support/contract-findings.js';
import { startPreparedServer } from './support/prepared-server.js';
import { sendExamples } from './support/send-examples.js';

async function checkContract(server) {
  const document = await (await fetch(`${server.url}/openapi.json`)).json();
  const checkAnswer = createAnswerCheck(document);
  const seen = new Set();
  const findings = [];
  let examples = 0;
  for await (const { example, answer, problem } of sendExamples(server)) {
    examples += 1;
    if (answer) seen.add(`${example.operationId} ${answer.status}`);
    findings.push(...(problem ? [`${example.operationId} ${problem}`] : checkAnswer(example, answer)));
  }
  findings.push(...findGaps(document, seen), ...findChanges(JSON.parse(await readFile('openapi.json', 'utf8')), document));
  const operations = Object.values(document.paths).flatMap((methods) => Object.keys(methods)).length;
  return { findings, operations, examples };
}

try {
  const server = await startPreparedServer();
  try {
    const { findings, operations, examples } = await checkContract(server);
    for (const finding of findings) console.log(finding);
    console.log(`${operations} operations, ${examples} examples, ${findings.length} findings`);
    if (findings.length > 0) process.exitCode = 1;
  } finally {
    await server.stop();
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
