import { readFileSync } from 'node:fs';

// Milliseconds since 1970. Tests turn the hands: they write an ISO time into the file that NOW_FILE names.
export function now() {
  const file = process.env.NOW_FILE;
  return file ? Date.parse(readFileSync(file, 'utf8').trim()) : Date.now();
}
