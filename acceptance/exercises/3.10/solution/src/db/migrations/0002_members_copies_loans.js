export async function up(knex) {
  await knex.schema.createTable('members', (table) => {
    table.text('id').notNullable().primary();
    table.text('name').notNullable();
    table.text('created_at').notNullable();
  });
  await knex.schema.createTable('loans', (table) => {
    table.increments('seq');
    table.text('id').notNullable().unique();
    table.text('tool_id').notNullable().references('id').inTable('tools');
    table.text('member_id').notNullable().references('id').inTable('members');
    table.text('lent_at').notNullable();
    table.text('due_at').notNullable();
    table.text('returned_at');
    table.check('due_at > lent_at');
  });
  await knex.schema.createTable('copies', (table) => {
    table.text('serial_number').notNullable().primary();
    table.text('tool_id').notNullable().references('id').inTable('tools');
    table.text('loan_id').unique().references('id').inTable('loans');
  });
}

export async function down(knex) {
  for (const table of ['copies', 'loans', 'members']) await knex.schema.dropTable(table);
}
