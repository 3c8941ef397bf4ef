import { assert, criterion } from '../../kit/index.mjs';
import { listOperations, readDocument } from '../../kit/openapi.mjs';

// Runs the contract check on a server that breaks its promise in these ways: { code, output }.
async function runContract(program, env = {}) {
  const { code, stdout, stderr } = await program.npm(['run', 'contract'], env);
  return { code, output: `${stdout}${stderr}` };
}

async function assertFound(program, drifts, ...wanted) {
  const { code, output } = await runContract(program, { PLANT_DRIFT: drifts });
  assert.equal(code, 1, `The exit code with PLANT_DRIFT=${drifts}, where the check printed:\n${output}`);
  for (const pattern of wanted) assert.match(output, pattern, `The output with PLANT_DRIFT=${drifts}`);
}

criterion('5.10/1', 'exits with 0 and prints the number of operations and examples', async (program) => {
  const server = await program.start();
  const operations = listOperations(await readDocument(server)).length;
  const examples = ((await server.get('/docs', 200)).text.match(/class="?example\b/g) ?? []).length;
  await server.stop();
  const { code, output } = await runContract(program);
  assert.equal(code, 0, `The exit code of npm run contract, which printed:\n${output}`);
  assert.match(output, new RegExp(`\\b${operations}\\b`), 'The number of operations in the output');
  assert.match(output, new RegExp(`\\b${examples}\\b`), 'The number of examples in the output');
});

criterion('5.10/2', 'the output contains `getTool`, `/available` and `/isAvailable`', async (program) => {
  await assertFound(program, 'rename', /getTool[^\n]* \/available\b/, /getTool[^\n]* \/isAvailable\b/, /listTools[^\n]* \/items\/0\/available\b/);
});

criterion('5.10/3', 'it exits with 1 and names `createTool` and 200', async (program) => {
  await assertFound(program, 'status', /createTool[^\n]*\b200\b/);
  const operations = listOperations(await readDocument(await program.start())).map(({ operationId }) => operationId);
  await assertFound(program, 'type', new RegExp(`\\b(${operations.join('|')})\\b[^\\n]* application/json\\b`));
});

criterion('5.10/4', 'names `getPlanted`, with `PLANT_DRIFT=summary` it exits with 1 and names `getTool`', async (program) => {
  await assertFound(program, 'operation', /\bgetPlanted\b/);
  await assertFound(program, 'summary', /\bgetTool\b/);
});

criterion('5.10/5', '`PLANT_DRIFT=status,summary` reports both in one run', async (program) => {
  await assertFound(program, 'status,summary', /createTool[^\n]*\b200\b/, /\bgetTool\b/);
  const { code, output } = await runContract(program, { STOP_TIMEOUT_MS: 'soon' });
  assert.equal(code, 2, `The exit code where the server does not start, and the check printed:\n${output}`);
});
