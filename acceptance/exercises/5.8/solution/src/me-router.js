import express from 'express';

export function meRouter({ operations }) {
  const router = express.Router();
  const route = operations.on(router, '/me');

  route('/', {
    get: [
      { operationId: 'getMe', summary: 'Who is asking', needs: 'user', answers: { 200: 'User' } },
      (req, res) => res.json(req.user),
    ],
  });

  return router;
}
