import { translateViolation } from './violations.js';

const COLUMNS = ['serial_number', 'tool_id', 'loan_id'];

// Whose loan has the copy is nobody's business.
const toCopy = (row) => ({ serialNumber: row.serial_number, toolId: row.tool_id, lent: row.loan_id !== null });

export function createCopyRepository({ db }) {
  return {
    async add(toolId, { serialNumber }) {
      const row = { serial_number: serialNumber, tool_id: toolId, loan_id: null };
      await db('copies').insert(row).catch((error) => { throw translateViolation(error); });
      return toCopy(row);
    },
    async countOf(toolId) {
      const { copies, lent } = await db('copies').count({ copies: '*', lent: 'loan_id' }).where({ tool_id: toolId }).first();
      return { copies: Number(copies), free: Number(copies) - Number(lent) };
    },
    async listOf(toolId) {
      const rows = await db('copies').select(COLUMNS).where({ tool_id: toolId }).orderBy('serial_number');
      return rows.map(toCopy);
    },
  };
}
