import express from 'express';
import { check } from './check.js';
import { LoanQuery } from './loan-query.js';
import { DeskLoanInput, LoanInput } from './loan-schema.js';
import { parseJson, readBody } from './parse-json.js';
import { HttpError } from './problem.js';
import { refuseMethod } from './refuse-method.js';

const unknown = (req) => new HttpError(404, `There is no loan ${req.params.id}`);

const isStaff = (req) => req.user.role === 'staff';

export function loansRouter({ loansOf, loansOfEverybody }, { debugRoutes }) {
  const router = express.Router();

  // What this request may read and return.
  const reachable = (req) => (isStaff(req) ? loansOfEverybody() : loansOf(req.user.id));

  function listed(req, { scope }) {
    if (scope === undefined) return loansOf(req.user.id);
    if (!isStaff(req)) throw new HttpError(403, 'Only staff may see the loans of all');
    return loansOfEverybody();
  }

  function failIfAsked(req) {
    if (debugRoutes && req.get('x-debug-fail') === 'after-loan') throw new Error('Failed as x-debug-fail asks');
  }

  router.route('/')
    .get(async (req, res) => {
      const query = check(LoanQuery, req.query, 400);
      const { items, total, statements } = await listed(req, query).list(query);
      res.set('x-query-count', String(statements)).json({ items, total });
    })
    .post(parseJson, async (req, res) => {
      const { memberId, ...input } = readBody(isStaff(req) ? DeskLoanInput : LoanInput, req);
      const loan = await loansOf(memberId ?? req.user.id).add(input, () => failIfAsked(req));
      res.status(201).location(`/loans/${loan.id}`).json(loan);
    })
    .all(refuseMethod('GET, HEAD, POST'));

  router.route('/:id')
    .get(async (req, res) => {
      const loan = await reachable(req).get(req.params.id);
      if (!loan) throw unknown(req);
      res.json(loan);
    })
    .all(refuseMethod('GET, HEAD'));

  router.route('/:id/return')
    .put(async (req, res) => {
      const loan = await reachable(req).giveBack(req.params.id);
      if (!loan) throw unknown(req);
      res.json(loan);
    })
    .all(refuseMethod('PUT'));

  return router;
}
