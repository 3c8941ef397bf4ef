import express from 'express';
import { check } from './check.js';
import { LoanQuery } from './loan-query.js';
import { DeskLoanInput, LoanInput } from './loan-schema.js';
import { parseJson, readBody } from './parse-json.js';
import { HttpError } from './problem.js';

const unknown = (req) => new HttpError(404, `There is no loan ${req.params.id}`);

const isStaff = (req) => req.user.role === 'staff';

export function loansRouter({ loansOf, loansOfEverybody }, { operations, debugRoutes }) {
  const router = express.Router();
  const route = operations.on(router, '/loans');

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

  route('/', {
    get: [
      {
        operationId: 'listLoans', summary: 'Loans of your own; for staff also those of all',
        needs: 'user', query: LoanQuery, answers: { 200: 'LoanList' }, fails: [403],
      },
      async (req, res) => {
        const query = check(LoanQuery, req.query, 400);
        const { items, total, statements } = await listed(req, query).list({ include: [], ...query });
        res.set('x-query-count', String(statements)).json({ items, total });
      },
    ],
    post: [
      {
        operationId: 'createLoan', summary: 'Borrow a tool; staff may do it for others',
        needs: 'user', body: DeskLoanInput, answers: { 201: 'Loan' }, fails: [409],
      },
      parseJson,
      async (req, res) => {
        const { memberId, ...input } = readBody(isStaff(req) ? DeskLoanInput : LoanInput, req);
        const loan = await loansOf(memberId ?? req.user.id).add(input, () => failIfAsked(req));
        res.status(201).location(`/loans/${loan.id}`).json(loan);
      },
    ],
  });

  route('/:id', {
    get: [
      { operationId: 'getLoan', summary: 'One loan', needs: 'user', answers: { 200: 'Loan' }, fails: [404] },
      async (req, res) => {
        const loan = await reachable(req).get(req.params.id);
        if (!loan) throw unknown(req);
        res.json(loan);
      },
    ],
  });

  route('/:id/return', {
    put: [
      {
        operationId: 'returnLoan', summary: 'Bring a tool back',
        needs: 'user', answers: { 200: 'Loan' }, fails: [404],
      },
      async (req, res) => {
        const loan = await reachable(req).giveBack(req.params.id);
        if (!loan) throw unknown(req);
        res.json(loan);
      },
    ],
  });

  return router;
}
