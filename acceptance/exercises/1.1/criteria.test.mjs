import { assert, criterion } from '../../kit/index.mjs';

const greet = (program, ...args) => program.run('src/hello.js', args);

function assertComplaint({ code, stdout, stderr }) {
  assert.equal(stdout, '', 'Standard output');
  assert.match(stderr, /\bname\b/i, 'Standard error');
  assert.equal(code, 2, 'The exit code');
}

criterion('1.1/1', 'prints exactly one line, which contains `Ada`, on standard output', async (program) => {
  const { code, stdout, stderr } = await greet(program, 'Ada');
  assert.match(stdout, /^[^\n]*Ada[^\n]*\r?\n$/, 'Standard output');
  assert.equal(stderr, '', 'Standard error');
  assert.equal(code, 0, 'The exit code');
});

criterion('1.1/2', 'greets with the full name', async (program) => {
  const { stdout } = await greet(program, 'Ada Lovelace');
  assert.match(stdout, /Ada Lovelace/, 'Standard output');
});

criterion('1.1/3', 'leaves standard output empty, names the missing argument', async (program) => {
  assertComplaint(await greet(program));
});

criterion('1.1/4', 'behaves like a missing argument', async (program) => {
  assertComplaint(await greet(program, '  '));
});
