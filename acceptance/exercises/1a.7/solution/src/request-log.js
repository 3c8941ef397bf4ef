import { randomUUID } from 'node:crypto';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function requestLog({ log }) {
  return (req, res, next) => {
    const start = performance.now();
    const { method, path } = req;
    const sent = req.get('x-request-id') ?? '';
    req.id = UUID.test(sent) ? sent : randomUUID();
    res.set('x-request-id', req.id);
    res.on('close', () => {
      const durationMs = performance.now() - start;
      const aborted = !res.writableFinished;
      const { id, deprecated } = req;
      log(JSON.stringify({ id, method, path, status: res.statusCode, durationMs, aborted, deprecated }));
    });
    next();
  };
}
