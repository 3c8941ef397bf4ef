import { HttpError } from './problem.js';

export const tagOf = ({ version }) => `"${version}"`;

// Throws unless the header If-Match names the version of the row.
export function requireMatch(req, row, { optional = false } = {}) {
  const header = req.get('if-match');
  if (header === undefined) {
    if (optional) return;
    throw new HttpError(428, 'Send the ETag of the tool in If-Match');
  }
  const tags = header.split(',').map((tag) => tag.trim());
  if (tags.includes('*') || tags.includes(tagOf(row))) return;
  throw new HttpError(412, 'The tool was changed in the meantime; read it again');
}
