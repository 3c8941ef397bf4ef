// Breaks the description on purpose, so that one can see the checks fail.
function planted(drifts, { operationId, summary, examples }) {
  if (drifts.has('markup') && operationId === 'getTool') summary += '<script>alert(1)</script>';
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
