import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assert, criterion, stillHolds } from '../../kit/index.mjs';

const countPassed = (stdout) => Number(/^(?:#|ℹ) pass (\d+)/m.exec(stdout)?.[1] ?? 0);

criterion('1.2/1', 'gives a function whose `name` is `greet`, and importing it prints nothing', async (program) => {
  const url = pathToFileURL(join(program.folder, 'src/greet.js')).href;
  const greet = `import { greet } from '${url}';`;
  const { code, stdout, stderr } = await program.evaluate(`${greet} process.exitCode = greet.name === 'greet' ? 0 : 3;`);
  assert.equal(stdout, '', 'What the import of src/greet.js prints');
  assert.equal(stderr, '', 'What the import of src/greet.js prints on standard error');
  assert.equal(code, 0, 'src/greet.js does not export a function named greet');
  const greeting = await program.evaluate(`${greet} console.log(greet('Ada'));`);
  assert.match(greeting.stdout, /Ada/, "What greet('Ada') returns");
  const blank = await program.evaluate(`${greet} try { greet('  '); } catch (error) { console.log(error instanceof Error); }`);
  assert.equal(blank.stdout, 'true\n', "Whether greet('  ') throws an Error");
});

criterion('1.2/2', 'contains `"type": "module"`, and no file in `src/` contains `require(`', async (program) => {
  assert.equal(JSON.parse(program.read('package.json')).type, 'module', 'The member type of package.json');
  const files = program.list('src').filter((file) => file.endsWith('js'));
  assert.deepEqual(files.filter((file) => program.read(file).includes('require(')), [], 'Files with require(');
});

criterion('1.2/3', 'exits with 0 and reports at least two passed tests', async (program) => {
  const copy = program.copy();
  const right = await copy.npmTest();
  assert.ok(right.code === 0, `npm test ends with exit code ${right.code}:\n${right.stdout}${right.stderr}`);
  assert.ok(countPassed(right.stdout) >= 2, `npm test reports fewer than two passed tests:\n${right.stdout}`);
  const source = copy.read('src/greet.js');
  assert.ok(source.includes('!'), 'src/greet.js contains no exclamation mark that could be removed');
  // Only the mark in the greeting: `!==` and `!name` stay.
  copy.write('src/greet.js', source.replace(/!(?=[`'"])/g, ''));
  const wrong = await copy.npmTest();
  assert.equal(wrong.code, 1, 'npm test with the exclamation mark removed');
});

criterion('1.2/4', 'All criteria of exercise 1.1 still hold.', stillHolds('1.1'), { holdsBefore: true });
