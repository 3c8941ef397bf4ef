import { randomUUID } from 'node:crypto';

export function createToolStore({ now = Date.now } = {}) {
  const tools = new Map();
  return {
    add(input) {
      const time = new Date(now()).toISOString();
      const defaults = { available: true, shelf: null, note: null };
      const tool = { id: randomUUID(), ...defaults, ...input, createdAt: time, updatedAt: time };
      tools.set(tool.id, tool);
      return tool;
    },
    get: (id) => tools.get(id),
    all: () => [...tools.values()],
    remove: (id) => tools.delete(id),
  };
}
