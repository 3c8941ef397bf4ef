import { randomUUID } from 'node:crypto';

const COLUMNS = ['id', 'tool_id', 'member_id', 'stored_name', 'name', 'type', 'size', 'created_at'];

// A row of the table as { storedName, memberId, photo }; clients see the photo alone.
function toRow({ id, tool_id: toolId, member_id: memberId, stored_name: storedName, name, type, size, created_at: createdAt }) {
  return { storedName, memberId, photo: { id, toolId, name, type, size, createdAt } };
}

export function createPhotoRepository({ db, now = Date.now }) {
  return {
    async add({ toolId, memberId, storedName, name, type, size }) {
      const row = {
        id: randomUUID(), tool_id: toolId, member_id: memberId, stored_name: storedName, name, type, size,
        created_at: new Date(now()).toISOString(),
      };
      await db('photos').insert(row);
      return toRow(row);
    },
    async get(id) {
      const row = await db('photos').first(COLUMNS).where({ id });
      return row && toRow(row);
    },
    async listOf(toolId) {
      const rows = await db('photos').select(COLUMNS).where({ tool_id: toolId }).orderBy('seq');
      return rows.map(toRow);
    },
  };
}
