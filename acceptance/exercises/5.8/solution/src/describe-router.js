import express from 'express';
import { buildDocument } from './openapi.js';

// The API describes itself.
export function describeRouter({ operations }) {
  const router = express.Router();
  const route = operations.on(router);

  route('/openapi.json', {
    get: [
      { operationId: 'getOpenapi', summary: 'The description of this API', answers: { 200: ['application/json'] } },
      (req, res) => res.json(buildDocument(operations.list)),
    ],
  });

  return router;
}
