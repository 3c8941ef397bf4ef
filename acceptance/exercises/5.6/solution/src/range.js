// What a Range header asks of a file: { start, end }, 'unsatisfiable', or undefined where it is to be ignored.
export function parseRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  if (match[1] === '') return lastBytes(Number(match[2]), size);
  const start = Number(match[1]);
  const end = match[2] === '' ? Infinity : Number(match[2]);
  if (start > end) return undefined;
  if (start >= size) return 'unsatisfiable';
  return { start, end: Math.min(end, size - 1) };
}

function lastBytes(count, size) {
  return count === 0 ? 'unsatisfiable' : { start: Math.max(0, size - count), end: size - 1 };
}
