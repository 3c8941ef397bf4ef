import { MIMEType } from 'node:util';
import { HttpError } from './problem.js';
import { v1, v2 } from './versions.js';

export const OWN_TYPE = 'application/vnd.toolshed+json';

const VERSIONS = { 1: v1, 2: v2 };
const ONE = ['application/json', `${OWN_TYPE};v=1`, `${OWN_TYPE};v=2`];
const LIST = ['application/json', 'text/csv', `${OWN_TYPE};v=1`, `${OWN_TYPE};v=2`];

function notAcceptable(types) {
  return Object.assign(new HttpError(406, `Accept one of ${types.join(', ')}`), { types });
}

// The version of a body. Everything but our own type is the oldest one.
function readBodyVersion(req) {
  const header = req.get('content-type') ?? '';
  if (!header.startsWith(OWN_TYPE)) return v1;
  const version = VERSIONS[new MIMEType(header).params.get('v') ?? 1];
  if (!version) throw new HttpError(415, `This version of ${OWN_TYPE} does not exist`);
  return version;
}

// Chooses type and version of the answer by Accept, and the version of the body by its type.
export function negotiate(req, res, next) {
  const types = req.path === '/' ? LIST : ONE;
  const type = req.accepts(types);
  res.vary('Accept');
  if (!type) throw notAcceptable(types);
  req.bodyVersion = readBodyVersion(req);
  req.answerType = type;
  req.answerVersion = type.endsWith('v=2') ? v2 : v1;
  next();
}
