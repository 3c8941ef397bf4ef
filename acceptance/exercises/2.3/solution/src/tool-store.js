import { randomUUID } from 'node:crypto';

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
    remove: (id) => tools.delete(id),
  };
}
