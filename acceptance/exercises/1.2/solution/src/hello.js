import { greet } from './greet.js';

const name = process.argv[2] ?? '';

if (name.trim() === '') {
  console.error('Missing argument: name. Usage: node src/hello.js <name>');
  process.exitCode = 2;
} else {
  console.log(greet(name));
}
