// What a proof was made for. Digests are SHA-256 in hexadecimal; of a criterion's text with white space collapsed.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const sha256 = (content) => createHash('sha256').update(content).digest('hex');

// Line ends count as one "\n": a checkout on Windows has the same digests.
const digestFile = (file) => sha256(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));

export const digestText = (text) => sha256(text.replace(/\s+/g, ' ').trim());

// { 'criteria.test.mjs': digest, 'solution/src/hello.js': digest, … }: all files of an exercise except its proof.
export function digestFolder(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name));
  const named = files.map((file) => [relative(folder, file).replaceAll(sep, '/'), file]);
  const sorted = named.filter(([name]) => name !== 'proof.json').sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, file]) => [name, digestFile(file)]));
}
