import { DataTypes, Sequelize } from 'sequelize';
import sqlite3 from './sqlite3.js';

// A new object each time: define completes the one that it gets.
const required = () => ({ type: DataTypes.TEXT, allowNull: false });
const key = () => ({ ...required(), unique: true });
const toParent = (foreignKey) => ({ foreignKey: { name: foreignKey, ...required() }, targetKey: 'id', onDelete: 'RESTRICT' });

// The models describe the tables of the migrations; they never make them in DB_FILE.
export function openModels({ storage, logging }) {
  const sequelize = new Sequelize({
    dialect: 'sqlite', dialectModule: sqlite3, storage, logging,
    define: { underscored: true, timestamps: false },
  });
  const Tool = sequelize.define('tool', { seq: { type: DataTypes.INTEGER, primaryKey: true }, id: key(), name: required() });
  const Member = sequelize.define('member', { id: { ...required(), primaryKey: true }, name: required() });
  const Loan = sequelize.define('loan', {
    seq: { type: DataTypes.INTEGER, primaryKey: true },
    id: key(),
    dueAt: required(),
    returnedAt: { type: DataTypes.TEXT },
  });
  Loan.belongsTo(Tool, toParent('toolId'));
  Loan.belongsTo(Member, toParent('memberId'));
  return { sequelize, Tool, Member, Loan };
}
