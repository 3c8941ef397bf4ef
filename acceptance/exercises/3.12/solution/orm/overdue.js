import { Op } from 'sequelize';
import { openModels } from './models.js';

const overdue = () => ({
  where: { returnedAt: null, dueAt: { [Op.lt]: new Date().toISOString() } },
  order: ['dueAt', 'seq'],
});
const toLine = ({ id, dueAt }, tool, member) => [id, dueAt, tool.name, member.name].join('\t');

const ways = {
  async loop({ Loan }) {
    const lines = [];
    for (const loan of await Loan.findAll(overdue())) lines.push(toLine(loan, await loan.getTool(), await loan.getMember()));
    return lines;
  },
  async include({ Loan, Tool, Member }) {
    const loans = await Loan.findAll({ ...overdue(), include: [Tool, Member] });
    return loans.map((loan) => toLine(loan, loan.tool, loan.member));
  },
};

const way = process.argv[2] ?? '';
if (!Object.hasOwn(ways, way)) {
  console.error('Usage: node orm/overdue.js loop|include');
  process.exitCode = 2;
} else {
  let statements = 0;
  const models = openModels({ storage: process.env.DB_FILE, logging: () => { statements += 1; } });
  for (const line of await ways[way](models)) console.log(line);
  console.error(`statements: ${statements}`);
  await models.sequelize.close();
}
