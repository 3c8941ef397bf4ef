import express from 'express';
import { check } from './check.js';
import { LoanQuery } from './loan-query.js';
import { LoanInput } from './loan-schema.js';
import { parseJson, readBody } from './parse-json.js';
import { HttpError } from './problem.js';
import { refuseMethod } from './refuse-method.js';

const unknown = (req) => new HttpError(404, `There is no loan ${req.params.id}`);

export function loansRouter({ loansOf }, { debugRoutes }) {
  const router = express.Router();

  function failIfAsked(req) {
    if (debugRoutes && req.get('x-debug-fail') === 'after-loan') throw new Error('Failed as x-debug-fail asks');
  }

  router.route('/')
    .get(async (req, res) => {
      const query = check(LoanQuery, req.query, 400);
      const { items, total, statements } = await loansOf(req.user.id).list(query);
      res.set('x-query-count', String(statements)).json({ items, total });
    })
    .post(parseJson, async (req, res) => {
      const loan = await loansOf(req.user.id).add(readBody(LoanInput, req), () => failIfAsked(req));
      res.status(201).location(`/loans/${loan.id}`).json(loan);
    })
    .all(refuseMethod('GET, HEAD, POST'));

  router.route('/:id')
    .get(async (req, res) => {
      const loan = await loansOf(req.user.id).get(req.params.id);
      if (!loan) throw unknown(req);
      res.json(loan);
    })
    .all(refuseMethod('GET, HEAD'));

  router.route('/:id/return')
    .put(async (req, res) => {
      const loan = await loansOf(req.user.id).giveBack(req.params.id);
      if (!loan) throw unknown(req);
      res.json(loan);
    })
    .all(refuseMethod('PUT'));

  return router;
}
