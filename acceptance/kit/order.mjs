// The exercises in the order of the program: 1.1, 1.2, … 1a.1, … 2.1.
const ID = /^(\d+)([a-z]?)\.(\d+)$/;

export function parseId(id) {
  const match = ID.exec(id);
  if (!match) return null;
  const [, module, letter, number] = match;
  return { module: Number(module), letter, number: Number(number) };
}

export function compareIds(a, b) {
  const [x, y] = [parseId(a), parseId(b)];
  return x.module - y.module || x.letter.localeCompare(y.letter) || x.number - y.number;
}

// Experiments beside the program: no later exercise builds on them.
const ASIDE = new Set(['3.11', '3.12']);

// A lettered subsection is optional: the main line never passes through it.
function leadsTo(earlier, id) {
  const [from, to] = [parseId(earlier), parseId(id)];
  const sameUnit = from.module === to.module && from.letter === to.letter;
  return compareIds(earlier, id) < 0 && !ASIDE.has(earlier) && (from.letter === '' || sameUnit);
}

// The exercises whose solutions make up the program at the start of `id`.
export const beforeOf = (id, all) => all.filter((other) => leadsTo(other, id)).sort(compareIds);
