// Wrong solutions. `caught` lists the criteria that must fail.
const file = 'src/hello.js';

export default [
  { wrong: 'the arguments begin one place too early', caught: [1, 2], file, find: 'process.argv[2]', put: 'process.argv[1]' },
  { wrong: 'a second line is printed', caught: [1], file, find: 'console.log(`Hello, ${name}!`);', put: 'console.log(`Hello, ${name}!`);\n  console.log("Bye!");' },
  { wrong: 'the greeting goes to standard error', caught: [1], file, find: 'console.log(', put: 'console.error(' },
  { wrong: 'only the first word is greeted', caught: [2], file, find: '${name}!', put: "${name.split(' ')[0]}!" },
  { wrong: 'the complaint goes to standard output', caught: [3, 4], file, find: 'console.error(', put: 'console.log(' },
  { wrong: 'the complaint does not name the argument', caught: [3, 4], file, find: 'Missing argument: name. Usage: node src/hello.js <name>', put: 'Something is missing' },
  { wrong: 'the exit code is 1', caught: [3, 4], file, find: 'process.exitCode = 2', put: 'process.exitCode = 1' },
  { wrong: 'a name of spaces is a name', caught: [4], file, find: "name.trim() === ''", put: "name === ''" },
];
