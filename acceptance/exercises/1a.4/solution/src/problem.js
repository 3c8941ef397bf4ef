import { STATUS_CODES } from 'node:http';

export class HttpError extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

function statusOf(err) {
  if (err instanceof HttpError) return err.status;
  return err.status >= 400 && err.status < 500 ? err.status : 500;
}

// Express recognizes an error middleware by its four parameters.
export function answerProblem(err, req, res, next) {
  if (res.headersSent) return next(err);
  const status = statusOf(err);
  if (status >= 500) console.error(err);
  res.status(status).type('application/problem+json').json({
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail: status >= 500 ? 'Something went wrong on our side' : err.message,
    requestId: req.id,
    available: err.types,
  });
}
