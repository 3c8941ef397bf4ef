import express from 'express';
import { renderDocs } from './docs-page.js';
import { EXAMPLES } from './examples.js';
import { buildDocument } from './openapi.js';
import { plantInDocument, plantInOperations } from './plant-drift.js';

const ORDER = Object.keys(EXAMPLES);

// The API describes itself: for programs and for people.
export function describeRouter({ operations, plantDrift }) {
  const router = express.Router();
  const route = operations.on(router);

  function listOperations() {
    const list = operations.list.map((operation) => ({ ...operation, examples: EXAMPLES[operation.operationId] ?? [] }));
    return plantInOperations(plantDrift, list);
  }

  const getDocument = () => plantInDocument(plantDrift, buildDocument(listOperations()));

  route('/openapi.json', {
    get: [
      { operationId: 'getOpenapi', summary: 'The description of this API', answers: { 200: ['application/json'] } },
      (req, res) => res.json(getDocument()),
    ],
  });

  route('/docs', {
    get: [
      { operationId: 'getDocs', summary: 'This page', answers: { 200: ['text/html'] } },
      (req, res) => {
        const list = listOperations().sort((a, b) => ORDER.indexOf(a.operationId) - ORDER.indexOf(b.operationId));
        res.type('html').send(renderDocs(list, getDocument()));
      },
    ],
  });

  return router;
}
