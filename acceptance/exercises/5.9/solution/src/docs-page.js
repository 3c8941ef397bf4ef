const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);

const listItems = (items) => `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;

// The example as people read it: a request, and the status of its answer.
function writeExample({ method, path }, { params = {}, query = {}, headers = {}, body, file, status }) {
  const target = path.replace(/:(\w+)/g, (whole, name) => params[name]);
  const search = new URLSearchParams(query).toString();
  return [
    `${method.toUpperCase()} ${target}${search && `?${search}`}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : ['', JSON.stringify(body, null, 2)]),
    ...(file === undefined ? [] : ['', `photo: the file ${file}`]),
    '', `The answer has status ${status}.`,
  ].join('\n');
}

function renderExample(operation, example) {
  const { operationId, method, path } = operation;
  const data = JSON.stringify({ operationId, method, path, ...example });
  return `<pre class="example" data-operation="${escapeHtml(operationId)}" data-status="${example.status}" data-example="${escapeHtml(data)}">`
    + `${escapeHtml(writeExample(operation, example))}</pre>`;
}

function renderOperation(operation, { parameters, responses }) {
  const { operationId, method, path, summary, examples } = operation;
  return [
    `<h2 id="${escapeHtml(operationId)}">${escapeHtml(`${method.toUpperCase()} ${path}`)}</h2>`,
    `<p>${escapeHtml(summary)}</p>`,
    parameters.length > 0 ? `<h3>Parameters</h3>${listItems(parameters.map((parameter) => `${parameter.name} (${parameter.in})`))}` : '',
    `<h3>Answers</h3>${listItems(Object.entries(responses).map(([status, { description }]) => `${status} ${description}`))}`,
    ...examples.map((example) => renderExample(operation, example)),
  ].join('\n');
}

// One page for people. Nothing in it comes from elsewhere.
export function renderDocs(operations, { paths }) {
  const describe = ({ path, method }) => paths[path.replace(/:(\w+)/g, '{$1}')][method];
  const parts = operations.map((operation) => renderOperation(operation, describe(operation)));
  return `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>ToolShed</title>\n<h1>ToolShed</h1>\n${parts.join('\n')}\n</html>\n`;
}
