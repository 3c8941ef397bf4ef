import { translateViolations } from './violations.js';

const COLUMNS = 'serial_number, tool_id, loan_id';

const toCopy = (row) => ({ serialNumber: row.serial_number, toolId: row.tool_id, loanId: row.loan_id });

export function createCopyRepository({ db }) {
  return {
    async add(toolId, { serialNumber }) {
      const sql = `INSERT INTO copies (serial_number, tool_id) VALUES (?, ?) RETURNING ${COLUMNS}`;
      return toCopy(translateViolations(() => db.prepare(sql).get(serialNumber, toolId)));
    },
    async countOf(toolId) {
      const sql = 'SELECT count(*) AS copies, count(*) - count(loan_id) AS free FROM copies WHERE tool_id = ?';
      return { ...db.prepare(sql).get(toolId) };
    },
    async listOf(toolId) {
      const sql = `SELECT ${COLUMNS} FROM copies WHERE tool_id = ? ORDER BY serial_number`;
      return db.prepare(sql).all(toolId).map(toCopy);
    },
  };
}
