import { HttpError } from './problem.js';

export const tagOf = ({ version }) => `"${version}"`;

export const changedMeanwhile = () => new HttpError(412, 'The tool was changed in the meantime; read it again');

// The version that a write has to find, or undefined if any will do. Throws unless If-Match names it.
export function requireMatch(req, row, { optional = false } = {}) {
  const header = req.get('if-match');
  if (header === undefined) {
    if (optional) return undefined;
    throw new HttpError(428, 'Send the ETag of the tool in If-Match');
  }
  const tags = header.split(',').map((tag) => tag.trim());
  if (tags.includes('*')) return undefined;
  if (tags.includes(tagOf(row))) return row.version;
  throw changedMeanwhile();
}
