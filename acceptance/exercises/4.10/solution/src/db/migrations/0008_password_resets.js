export async function up(knex) {
  await knex.schema.createTable('password_resets', (table) => {
    table.text('hash').notNullable().primary();
    table.text('member_id').notNullable().references('member_id').inTable('accounts').index();
    table.text('expires_at').notNullable();
    table.text('used_at');
  });
}

export async function down(knex) {
  await knex.schema.dropTable('password_resets');
}
