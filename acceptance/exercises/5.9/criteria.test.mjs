import { assert, criterion } from '../../kit/index.mjs';
import { listOperations, readDocument } from '../../kit/openapi.mjs';

async function readPage(program, env) {
  const server = await program.start(env);
  const page = await server.get('/docs', 200);
  assert.match(page.type, /^text\/html/, 'The content type of /docs');
  return { server, html: page.text };
}

const attribute = (tag, name) => new RegExp(`\\s${name}=["']?([^"'\\s>]*)`).exec(tag)?.[1];

// ['createTool 201', …]: the examples of the page, in its order.
function listExamples(html) {
  const tags = html.match(/<pre\b[^>]*\bclass=["']?example["']?(?=[\s>])(?:"[^"]*"|'[^']*'|[^>"'])*>/g) ?? [];
  return tags.map((tag) => `${attribute(tag, 'data-operation')} ${attribute(tag, 'data-status')}`);
}

// The lines of `output` that name both the operation and the status of an example.
function countLines(output, example) {
  const [operation, status] = example.split(' ').map((word) => new RegExp(`(?<!\\w)${word}(?!\\w)`));
  return output.split('\n').filter((line) => operation.test(line) && status.test(line)).length;
}

function assertPrinted(examples, output) {
  for (const example of new Set(examples)) {
    const count = examples.filter((other) => other === example).length;
    assert.ok(countLines(output, example) >= count, `There are not ${count} lines for the example ${example} in the output:\n${output}`);
  }
}

criterion('5.9/1', 'the page contains an element with this `id` and at least one example', async (program) => {
  const { server, html } = await readPage(program);
  const operations = listOperations(await readDocument(server)).map(({ operationId }) => operationId);
  assert.ok(operations.includes('createTool'), 'The document has no createTool');
  const ids = [...html.matchAll(/<\w+\b[^>]*\sid=["']?([^"'\s>]+)/g)].map(([, id]) => id);
  const shown = listExamples(html).map((example) => example.split(' ')[0]);
  assert.deepEqual(operations.filter((id) => !ids.includes(id)), [], 'Operations without an element with their id');
  assert.deepEqual(operations.filter((id) => !shown.includes(id)), [], 'Operations without an example');
});

criterion('5.9/2', '`npm run examples` prints one line per example with operation and status', async (program) => {
  const { html } = await readPage(program);
  for (const time of ['first', 'second']) {
    const { code, stdout, stderr } = await program.npm(['run', 'examples']);
    assert.equal(code, 0, `The exit code of the ${time} run, which printed:\n${stdout}${stderr}`);
    assertPrinted(listExamples(html), stdout);
  }
});

criterion('5.9/3', 'all other examples are still run and printed', async (program) => {
  const { html } = await readPage(program);
  const examples = listExamples(html);
  const first = examples.findIndex((example) => example.startsWith('createTool '));
  const { code, stdout } = await program.npm(['run', 'examples'], { PLANT_DRIFT: 'example' });
  assert.equal(code, 1, `The exit code with PLANT_DRIFT=example, which printed:\n${stdout}`);
  assert.match(stdout, /createTool[^\n]*\b299\b[^\n]*\b201\b|createTool[^\n]*\b201\b[^\n]*\b299\b/, 'The line for createTool');
  assertPrinted(examples.filter((_, at) => at !== first), stdout);
});

criterion('5.9/4', 'Each JSON body of an answer is checked against the schema of its status', async (program) => {
  const { code, stdout, stderr } = await program.npm(['run', 'examples'], { PLANT_DRIFT: 'schema' });
  assert.equal(code, 1, `The exit code with PLANT_DRIFT=schema, which printed:\n${stdout}`);
  assert.match(`${stdout}${stderr}`, /createTool[^\n]*note|note[^\n]*createTool/, 'The line that names createTool and the member note');
});

criterion('5.9/5', 'The page contains neither `src=` nor `<link`', async (program) => {
  const { html } = await readPage(program, { PLANT_DRIFT: 'markup' });
  assert.match(html, /&lt;script&gt;alert\(1\)/, 'The summary of getTool');
  assert.doesNotMatch(html, /<script>alert/, 'The page has the script');
  assert.doesNotMatch(html, /\bsrc=|<link/i, 'The page loads something');
});
