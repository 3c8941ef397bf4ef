import { createBodyCheck } from './support/body-check.js';
import { startPreparedServer } from './support/prepared-server.js';
import { sendExamples } from './support/send-examples.js';

function findMistakes({ example, answer, problem }, checkBody) {
  if (problem) return [problem];
  const wrongStatus = answer.status === example.status ? [] : [`the answer has status ${answer.status}`];
  return [...wrongStatus, ...checkBody(example, answer).map(({ pointer, message }) => `${pointer}: ${message}`)];
}

const server = await startPreparedServer();
try {
  const checkBody = createBodyCheck(await (await fetch(`${server.url}/openapi.json`)).json());
  for await (const result of sendExamples(server)) {
    const { operationId, status } = result.example;
    const mistakes = findMistakes(result, checkBody);
    console.log(`${mistakes.length === 0 ? 'ok' : 'WRONG'} ${operationId} ${status} ${mistakes.join('; ')}`.trimEnd());
    if (mistakes.length > 0) process.exitCode = 1;
  }
} finally {
  await server.stop();
}
