import express from 'express';
import { convert, isUnit } from './convert.js';

function refuseMethod(allow) {
  return (req, res) => res.status(405).set('Allow', allow).json({ error: 'Method not allowed' });
}

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

function answerConversion(req, res) {
  const { value } = req.params;
  const { from, to } = req.query;
  const refuse = (parameter) => res.status(400).json({ error: `Wrong value for ${parameter}` });
  if (!NUMBER.test(value)) return refuse('value');
  if (!isUnit(from)) return refuse('from');
  if (!isUnit(to)) return refuse('to');
  res.json({ value: Number(value), from, to, result: convert(Number(value), from, to) });
}

export function createApp() {
  const app = express();
  app.disable('x-powered-by');

  app.route('/health')
    .get((req, res) => res.json({ status: 'ok' }))
    .all(refuseMethod('GET, HEAD'));

  app.route('/echo')
    .post(express.raw({ type: () => true, limit: '2mb' }), (req, res) => {
      res.type('application/octet-stream').send(req.body ?? Buffer.alloc(0));
    })
    .all(refuseMethod('POST'));

  app.route('/convert/:value')
    .get(answerConversion)
    .all(refuseMethod('GET, HEAD'));

  app.use((req, res) => res.status(404).json({ error: 'Not found' }));
  return app;
}
