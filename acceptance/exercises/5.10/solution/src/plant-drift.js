// Breaks the promise on purpose, so that one can see the checks fail.
function planted(drifts, { operationId, summary, examples }) {
  if (drifts.has('markup') && operationId === 'getTool') summary += '<script>alert(1)</script>';
  if (drifts.has('summary') && operationId === 'getTool') summary += ', or another one';
  if (drifts.has('example') && operationId === 'createTool') examples = [{ ...examples[0], status: 299 }, ...examples.slice(1)];
  return { summary, examples };
}

export const plantInOperations = (drifts, list) => list.map((operation) => ({ ...operation, ...planted(drifts, operation) }));

export function plantInDocument(drifts, document) {
  if (!drifts.has('schema')) return document;
  const { note, ...properties } = document.components.schemas.Tool.properties;
  const required = document.components.schemas.Tool.required.filter((name) => name !== 'note');
  Object.assign(document.components.schemas.Tool, { properties, required });
  return document;
}

const rename = ({ available, ...tool }) => ({ ...tool, isAvailable: available });

function renameIn(body) {
  if (body.available !== undefined) return rename(body);
  return body.items ? { ...body, items: body.items.map(renameIn) } : body;
}

// Changes what the handlers behind it send.
export function plantInAnswers(drifts) {
  return (req, res, next) => {
    const send = res.json.bind(res);
    const { method, path } = req; // a mounted router changes req.path
    res.json = (body) => {
      const isProblem = res.get('content-type')?.startsWith('application/problem+json');
      if (drifts.has('type') && isProblem) res.type('application/json');
      if (drifts.has('status') && method === 'POST' && path === '/tools' && res.statusCode === 201) res.status(200);
      return send(drifts.has('rename') && path.startsWith('/tools') ? renameIn(body) : body);
    };
    next();
  };
}

export function plantOperation(drifts, route) {
  if (!drifts.has('operation')) return;
  const operation = { operationId: 'getPlanted', summary: 'Planted', answers: { 200: 'Message' } };
  route('/planted', { get: [operation, (req, res) => res.json({ message: 'Hello' })] });
}
