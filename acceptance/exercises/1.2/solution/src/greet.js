export function greet(name) {
  if (name.trim() === '') throw new Error('The name is blank');
  return `Hello, ${name}!`;
}
