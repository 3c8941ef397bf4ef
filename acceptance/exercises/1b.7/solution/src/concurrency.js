import { HttpError } from './problem.js';

// At most `maxInFlight` requests run, and at most `maxWaiting` wait for their turn.
export function limitConcurrency({ maxInFlight, maxWaiting }) {
  const waiting = [];
  let running = 0;

  function start(request) {
    running += 1;
    request.isRunning = true;
    request.next();
  }

  function finish(request) {
    if (!request.isRunning) {
      waiting.splice(waiting.indexOf(request), 1);
      return;
    }
    running -= 1;
    const first = waiting.shift();
    if (first) start(first);
  }

  return (req, res, next) => {
    if (running >= maxInFlight && waiting.length >= maxWaiting) {
      res.set('Retry-After', '1');
      throw new HttpError(503, 'Too many requests are running');
    }
    const request = { next, isRunning: false };
    res.on('close', () => finish(request));
    if (running < maxInFlight) start(request);
    else waiting.push(request);
  };
}
