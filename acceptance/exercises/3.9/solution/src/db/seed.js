import { inTransaction } from './in-transaction.js';

const TOOLS = 50;
const MEMBERS = 200;
const START_MS = Date.UTC(2024, 0, 1);
const TWO_YEARS_MS = 730 * 86_400_000;
const iso = (ms) => new Date(ms).toISOString();

// The same data each time: nothing in it is random. Every twentieth loan is open and has a copy.
export function seed(db, count) {
  inTransaction(db, () => {
    addTools(db);
    addMembers(db);
    addLoans(db, count);
  });
}

function addTools(db) {
  const insert = db.prepare(`
    INSERT INTO tools (id, name, price, available, created_at, updated_at, version) VALUES (?, ?, ?, 1, ?, ?, 1)`);
  for (let n = 1; n <= TOOLS; n += 1) insert.run(`tool-${n}`, `Tool ${n}`, 100 + n, iso(START_MS), iso(START_MS));
}

function addMembers(db) {
  const insert = db.prepare('INSERT INTO members (id, name, created_at) VALUES (?, ?, ?)');
  for (let n = 1; n <= MEMBERS; n += 1) insert.run(`member-${n}`, `Member ${n}`, iso(START_MS));
}

function addLoans(db, count) {
  const insertLoan = db.prepare(`
    INSERT INTO loans (id, tool_id, member_id, lent_at, due_at, returned_at) VALUES (?, ?, ?, ?, ?, ?)`);
  const insertCopy = db.prepare('INSERT INTO copies (serial_number, tool_id, loan_id) VALUES (?, ?, ?)');
  for (let n = 1; n <= count; n += 1) {
    const due = START_MS + ((n * 7919) % count) * (TWO_YEARS_MS / count);
    const isOpen = n % 20 === 0;
    const [tool, member] = [`tool-${(n % TOOLS) + 1}`, `member-${(n % MEMBERS) + 1}`];
    const lentAt = iso(due - 14 * 86_400_000);
    insertLoan.run(`loan-${n}`, tool, member, lentAt, iso(due), isOpen ? null : iso(due));
    if (isOpen) insertCopy.run(`SEED-${n}`, tool, `loan-${n}`);
  }
}
