import { emailKey } from '../../email-key.js';

// Two accounts with one key end this with an error: only people can decide which of them stays.
export async function up(knex) {
  await knex.schema.alterTable('accounts', (table) => table.text('email_key'));
  for (const { member_id: id, email } of await knex('accounts').select('member_id', 'email')) {
    await knex('accounts').where({ member_id: id }).update({ email_key: emailKey(email) });
  }
  await knex.schema.alterTable('accounts', (table) => table.unique(['email_key']));
}

export async function down(knex) {
  await knex.schema.alterTable('accounts', (table) => {
    table.dropUnique(['email_key']);
    table.dropColumn('email_key');
  });
}
