import express from 'express';
import { requireRole } from './auth.js';
import { MemberInput } from './loan-schema.js';
import { parseJson, readBody } from './parse-json.js';
import { HttpError } from './problem.js';
import { refuseMethod } from './refuse-method.js';

export function membersRouter(members) {
  const router = express.Router();
  const staff = requireRole('staff');

  router.route('/')
    .post(staff, parseJson, async (req, res) => {
      const member = await members.add(readBody(MemberInput, req));
      res.status(201).location(`/members/${member.id}`).json(member);
    })
    .all(refuseMethod('POST'));

  router.route('/:id')
    .get(staff, async (req, res) => {
      const member = await members.get(req.params.id);
      if (!member) throw new HttpError(404, `There is no member ${req.params.id}`);
      res.json(member);
    })
    .all(refuseMethod('GET, HEAD'));

  return router;
}
