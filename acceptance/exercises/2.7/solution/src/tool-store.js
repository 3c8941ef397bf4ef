import { randomUUID } from 'node:crypto';

const differs = (tool, members) => Object.keys(members).some((key) => members[key] !== tool[key]);

export function createToolStore({ now = Date.now } = {}) {
  const rows = new Map(); // id -> { number, tool }
  let lastNumber = 0;

  return {
    add(input) {
      const time = new Date(now()).toISOString();
      const tool = { id: randomUUID(), ...input, createdAt: time, updatedAt: time };
      lastNumber += 1;
      rows.set(tool.id, { number: lastNumber, tool });
      return tool;
    },
    get: (id) => rows.get(id)?.tool,
    all: () => [...rows.values()],
    change(id, members) {
      const row = rows.get(id);
      if (!row) return undefined;
      if (!differs(row.tool, members)) return row.tool;
      const tool = { ...row.tool, ...members, updatedAt: new Date(now()).toISOString() };
      rows.set(id, { ...row, tool });
      return tool;
    },
    remove: (id) => rows.delete(id),
  };
}
