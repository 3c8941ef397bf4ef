import { randomUUID } from 'node:crypto';

const differs = (tool, members) => Object.keys(members).some((key) => members[key] !== tool[key]);

export function createToolStore({ now = Date.now } = {}) {
  const tools = new Map();
  return {
    add(input) {
      const time = new Date(now()).toISOString();
      const tool = { id: randomUUID(), ...input, createdAt: time, updatedAt: time };
      tools.set(tool.id, tool);
      return tool;
    },
    get: (id) => tools.get(id),
    all: () => [...tools.values()],
    change(id, members) {
      const tool = tools.get(id);
      if (!tool || !differs(tool, members)) return tool;
      const changed = { ...tool, ...members, updatedAt: new Date(now()).toISOString() };
      tools.set(id, changed);
      return changed;
    },
    remove: (id) => tools.delete(id),
  };
}
