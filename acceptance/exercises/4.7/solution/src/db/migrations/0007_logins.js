export async function up(knex) {
  await knex.schema.createTable('logins', (table) => {
    table.text('id').notNullable().primary();
    table.text('member_id').notNullable().references('member_id').inTable('accounts').index();
    table.text('created_at').notNullable();
    table.text('ended_at');
  });
  await knex.schema.createTable('refresh_tokens', (table) => {
    table.text('hash').notNullable().primary();
    table.text('login_id').notNullable().references('id').inTable('logins').index();
    table.text('expires_at').notNullable();
    table.text('used_at');
  });
}

export async function down(knex) {
  await knex.schema.dropTable('refresh_tokens');
  await knex.schema.dropTable('logins');
}
