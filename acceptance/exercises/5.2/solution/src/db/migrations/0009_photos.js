export async function up(knex) {
  await knex.schema.createTable('photos', (table) => {
    table.increments('seq');
    table.text('id').notNullable().unique();
    table.text('tool_id').notNullable().references('id').inTable('tools').onDelete('CASCADE').index();
    table.text('member_id').notNullable().references('id').inTable('members');
    table.text('stored_name').notNullable().unique();
    table.text('name').notNullable();
    table.text('type').notNullable();
    table.integer('size').notNullable();
    table.text('created_at').notNullable();
  });
}

export async function down(knex) {
  await knex.schema.dropTable('photos');
}
