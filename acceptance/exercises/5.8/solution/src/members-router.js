import express from 'express';
import { MemberInput } from './loan-schema.js';
import { parseJson, readBody } from './parse-json.js';
import { HttpError } from './problem.js';

export function membersRouter(members, { operations }) {
  const router = express.Router();
  const route = operations.on(router, '/members');

  route('/', {
    post: [
      {
        operationId: 'createMember', summary: 'Add a member',
        needs: 'staff', body: MemberInput, answers: { 201: 'Member' },
      },
      parseJson,
      async (req, res) => {
        const member = await members.add(readBody(MemberInput, req));
        res.status(201).location(`/members/${member.id}`).json(member);
      },
    ],
  });

  route('/:id', {
    get: [
      { operationId: 'getMember', summary: 'One member', needs: 'staff', answers: { 200: 'Member' }, fails: [404] },
      async (req, res) => {
        const member = await members.get(req.params.id);
        if (!member) throw new HttpError(404, `There is no member ${req.params.id}`);
        res.json(member);
      },
    ],
  });

  return router;
}
