import { openModels } from './models.js';

const { sequelize } = openModels({
  storage: ':memory:',
  logging: (text) => {
    const sql = text.replace(/^Executing .*?: /, '');
    if (sql.startsWith('CREATE TABLE')) console.log(sql);
  },
});
await sequelize.sync();
await sequelize.close();
