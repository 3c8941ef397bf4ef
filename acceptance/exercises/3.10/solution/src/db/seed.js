const TOOLS = 50;
const MEMBERS = 200;
const START_MS = Date.UTC(2024, 0, 1);
const TWO_YEARS_MS = 730 * 86_400_000;
const iso = (ms) => new Date(ms).toISOString();
const repeat = (count, make) => Array.from({ length: count }, (_, index) => make(index + 1));

// The same data each time: nothing in it is random. Every twentieth loan is open and has a copy.
export async function seed(db, count) {
  const loans = repeat(count, (n) => makeLoan(n, count));
  const copies = loans.filter((loan) => loan.returned_at === null)
    .map(({ id, tool_id: toolId }) => ({ serial_number: `SEED-${id}`, tool_id: toolId, loan_id: id }));
  await db.transaction(async (trx) => {
    await trx.batchInsert('tools', repeat(TOOLS, makeTool), 100);
    await trx.batchInsert('members', repeat(MEMBERS, makeMember), 100);
    await trx.batchInsert('loans', loans, 100);
    await trx.batchInsert('copies', copies, 100);
  });
}

function makeTool(n) {
  const time = iso(START_MS);
  return { id: `tool-${n}`, name: `Tool ${n}`, price: 100 + n, available: true, created_at: time, updated_at: time, version: 1 };
}

const makeMember = (n) => ({ id: `member-${n}`, name: `Member ${n}`, created_at: iso(START_MS) });

function makeLoan(n, count) {
  const due = START_MS + ((n * 7919) % count) * (TWO_YEARS_MS / count);
  return {
    id: `loan-${n}`, tool_id: `tool-${(n % TOOLS) + 1}`, member_id: `member-${(n % MEMBERS) + 1}`,
    lent_at: iso(due - 14 * 86_400_000), due_at: iso(due), returned_at: n % 20 === 0 ? null : iso(due),
  };
}
