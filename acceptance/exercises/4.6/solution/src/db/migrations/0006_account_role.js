export async function up(knex) {
  await knex.schema.alterTable('accounts', (table) => {
    table.text('role').notNullable().defaultTo('member').checkIn(['member', 'staff']);
  });
}

export async function down(knex) {
  await knex.schema.alterTable('accounts', (table) => table.dropColumn('role'));
}
