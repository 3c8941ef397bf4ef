const typesOf = ({ type = [] }) => [type].flat().toSorted().join(' ');

const join = (path, name) => (path === '' ? name : `${path}.${name}`);

function enumChanges(older, newer, path) {
  if (!older.enum || !newer.enum) return [];
  const lost = older.enum.filter((value) => !newer.enum.includes(value));
  const added = older['x-open-enum'] === true ? [] : newer.enum.filter((value) => !older.enum.includes(value));
  return [
    ...lost.map((value) => ({ path, change: `the value ${JSON.stringify(value)} is gone` })),
    ...added.map((value) => ({ path, change: `the value ${JSON.stringify(value)} is new, and the list was not open` })),
  ];
}

function memberChanges(older, newer, path) {
  const [before, after] = [older.properties ?? {}, newer.properties ?? {}];
  const wasRequired = new Set(older.required);
  const required = (newer.required ?? []).filter((name) => !wasRequired.has(name));
  return [
    ...required.map((name) => ({ path: join(path, name), change: 'is required now' })),
    ...Object.entries(before).flatMap(([name, schema]) => {
      const inner = join(path, name);
      return after[name] ? changesAt(schema, after[name], inner) : [{ path: inner, change: 'was removed' }];
    }),
  ];
}

function changesAt(older, newer, path) {
  if (typesOf(older) !== typesOf(newer)) {
    return [{ path, change: `has the type ${typesOf(newer)} instead of ${typesOf(older)}` }];
  }
  const items = older.items && newer.items ? changesAt(older.items, newer.items, `${path}[]`) : [];
  return [...enumChanges(older, newer, path), ...memberChanges(older, newer, path), ...items];
}

// What would break a client of the older schema that reads the resource and sends it back: [{ path, change }].
export function breakingChanges(older, newer) {
  return changesAt(older, newer, '');
}
