export async function up(knex) {
  await knex.schema.createTable('accounts', (table) => {
    table.text('member_id').notNullable().primary().references('id').inTable('members');
    table.text('email').notNullable();
    table.text('password_hash').notNullable();
    table.text('created_at').notNullable();
  });
}

export async function down(knex) {
  await knex.schema.dropTable('accounts');
}
