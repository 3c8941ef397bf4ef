import express from 'express';
import { LoanInput } from './loan-schema.js';
import { parseJson, readBody } from './parse-json.js';
import { HttpError } from './problem.js';
import { refuseMethod } from './refuse-method.js';

export function loansRouter(loans) {
  const router = express.Router();

  router.route('/')
    .post(parseJson, async (req, res) => {
      const loan = await loans.add(readBody(LoanInput, req));
      res.status(201).location(`/loans/${loan.id}`).json(loan);
    })
    .all(refuseMethod('POST'));

  router.route('/:id')
    .get(async (req, res) => {
      const loan = await loans.get(req.params.id);
      if (!loan) throw new HttpError(404, `There is no loan ${req.params.id}`);
      res.json(loan);
    })
    .all(refuseMethod('GET, HEAD'));

  return router;
}
