import express from 'express';
import { convert, isUnit } from './convert.js';
import { createFixedWindow } from './fixed-window.js';
import { limitRequests } from './limit.js';
import { answerProblem, HttpError } from './problem.js';
import { requestLog } from './request-log.js';

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

function refuseMethod(allow) {
  return (req, res) => {
    res.set('Allow', allow);
    throw new HttpError(405, `${req.path} accepts only ${allow}`);
  };
}

function answerConversion(req, res) {
  const { value } = req.params;
  const { from, to } = req.query;
  if (!NUMBER.test(value)) throw new HttpError(400, 'value must be a decimal number');
  if (!isUnit(from)) throw new HttpError(400, 'from must be one unit');
  if (!isUnit(to)) throw new HttpError(400, 'to must be one unit');
  res.json({ value: Number(value), from, to, result: convert(Number(value), from, to) });
}

function answerLabel(req, res) {
  const { name, shelf } = req.body ?? {};
  if (typeof name !== 'string' || typeof shelf !== 'string') {
    throw new HttpError(400, 'The body must be JSON with the texts name and shelf');
  }
  res.json({ label: `${shelf} - ${name}` });
}

async function fail() {
  throw new Error('secret-detail');
}

function answerSlowly(req, res) {
  const { ms } = req.query;
  if (!/^\d{1,5}$/.test(ms) || Number(ms) > 10_000) {
    throw new HttpError(400, 'ms must be a whole number from 0 to 10000');
  }
  setTimeout(() => res.json({ ms: Number(ms) }), Number(ms));
}

export function createApp({ log, debugRoutes, limit, windowMs }) {
  const app = express();
  app.disable('x-powered-by');
  app.use(requestLog({ log }));

  app.route('/health')
    .get((req, res) => res.json({ status: 'ok' }))
    .all(refuseMethod('GET, HEAD'));

  const limiter = createFixedWindow({ limit, windowMs, now: () => performance.now() });
  app.use(limitRequests(limiter, { windowMs }));

  app.route('/echo')
    .post(express.raw({ type: () => true, limit: '2mb' }), (req, res) => {
      res.type('application/octet-stream').send(req.body ?? Buffer.alloc(0));
    })
    .all(refuseMethod('POST'));

  app.route('/convert/:value')
    .get(answerConversion)
    .all(refuseMethod('GET, HEAD'));

  app.route('/labels')
    .post(express.json({ limit: '10kb' }), answerLabel)
    .all(refuseMethod('POST'));

  if (debugRoutes) {
    app.get('/debug/fail', fail);
    app.get('/debug/slow', answerSlowly);
  }

  app.use((req) => {
    throw new HttpError(404, `Nothing is at ${req.path}`);
  });
  app.use(answerProblem);
  return app;
}
