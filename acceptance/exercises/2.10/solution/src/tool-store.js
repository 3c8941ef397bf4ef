import { randomUUID } from 'node:crypto';

const differs = (tool, members) => Object.keys(members).some((key) => members[key] !== tool[key]);

export function createToolStore({ now = Date.now } = {}) {
  const rows = new Map(); // id -> { number, version, tool }
  let lastNumber = 0;

  return {
    add(input) {
      const time = new Date(now()).toISOString();
      const tool = { id: randomUUID(), ...input, createdAt: time, updatedAt: time };
      lastNumber += 1;
      const row = { number: lastNumber, version: 1, tool };
      rows.set(tool.id, row);
      return row;
    },
    get: (id) => rows.get(id),
    all: () => [...rows.values()],
    change(id, members) {
      const row = rows.get(id);
      if (!differs(row.tool, members)) return row;
      const tool = { ...row.tool, ...members, updatedAt: new Date(now()).toISOString() };
      const changed = { ...row, version: row.version + 1, tool };
      rows.set(id, changed);
      return changed;
    },
    remove: (id) => rows.delete(id),
  };
}
