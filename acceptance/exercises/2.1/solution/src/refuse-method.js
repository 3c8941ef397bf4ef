import { HttpError } from './problem.js';

export function refuseMethod(allow) {
  return (req, res) => {
    res.set('Allow', allow);
    throw new HttpError(405, `${req.path} accepts only ${allow}`);
  };
}
