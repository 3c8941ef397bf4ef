import { randomUUID } from 'node:crypto';

const COLUMNS = ['id', 'name', 'created_at'];

const toMember = ({ id, name, created_at: createdAt }) => ({ id, name, createdAt });

export function createMemberRepository({ db, now = Date.now }) {
  return {
    async add({ name }) {
      const row = { id: randomUUID(), name, created_at: new Date(now()).toISOString() };
      await db('members').insert(row);
      return toMember(row);
    },
    async get(id) {
      const row = await db('members').first(COLUMNS).where({ id });
      return row && toMember(row);
    },
  };
}
