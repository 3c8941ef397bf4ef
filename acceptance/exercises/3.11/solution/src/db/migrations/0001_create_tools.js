import { isPostgres } from '../open.js';

// PostgreSQL sorts text by the rules of a language unless the column says otherwise.
const textType = (knex) => (isPostgres(knex) ? 'text COLLATE "C"' : 'text');

export async function up(knex) {
  await knex.schema.createTable('tools', (table) => {
    table.increments('seq');
    table.text('id').notNullable().unique();
    table.specificType('name', textType(knex)).notNullable();
    table.integer('price').notNullable();
    table.boolean('available').notNullable();
    table.text('shelf');
    table.text('note');
    table.text('created_at').notNullable();
    table.text('updated_at').notNullable();
    table.integer('version').notNullable();
    table.check('price >= 0');
  });
}

export async function down(knex) {
  await knex.schema.dropTable('tools');
}
