import express from 'express';
import { requireUser } from './auth.js';
import { refuseMethod } from './refuse-method.js';

export function meRouter() {
  const router = express.Router();

  router.route('/')
    .get(requireUser, (req, res) => res.json(req.user))
    .all(refuseMethod('GET, HEAD'));

  return router;
}
