export async function up(knex) {
  await knex.schema.alterTable('loans', (table) => {
    table.index(['due_at', 'seq'], 'loans_open_due', { predicate: knex.whereNull('returned_at') });
  });
}

export async function down(knex) {
  await knex.schema.alterTable('loans', (table) => table.dropIndex([], 'loans_open_due'));
}
