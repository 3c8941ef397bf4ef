export function up(db) {
  db.exec('CREATE INDEX loans_open_due ON loans (due_at, seq) WHERE returned_at IS NULL');
}

export function down(db) {
  db.exec('DROP INDEX loans_open_due');
}
