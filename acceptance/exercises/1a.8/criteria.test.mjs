import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { assert, criterion } from '../../kit/index.mjs';

const base = () => ({
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string' },
    state: { type: 'string', enum: ['free', 'lent'] },
    kind: { type: 'string', enum: ['hand', 'power'], 'x-open-enum': true },
    note: { type: ['string', 'null'] },
    owner: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, email: { type: 'string', enum: ['a', 'b'] } } },
    tags: { type: 'array', items: { type: 'object', required: ['key'], properties: { key: { type: 'string' }, label: { type: 'string', enum: ['a', 'b'] } } } },
  },
});

// Compares the schema with what `change` makes of it: { code, lines, stderr }.
async function compare(program, change) {
  const newer = base();
  change(newer);
  const files = ['older.json', 'newer.json'].map((name) => join(program.scratch, name));
  writeFileSync(files[0], JSON.stringify(base()));
  writeFileSync(files[1], JSON.stringify(newer));
  const { code, stdout, stderr } = await program.run('src/check-compat.js', files);
  return { code, lines: stdout.split('\n').filter(Boolean), stderr };
}

async function assertBreaks(program, what, change, ...paths) {
  const { code, lines } = await compare(program, change);
  assert.equal(code, 1, `The exit code for ${what}`);
  for (const path of paths) {
    const named = new RegExp(`(?<![\\w.\\]])${path.replace(/[.[\]]/g, '\\$&')}(?![\\w.[])`);
    assert.ok(lines.some((line) => named.test(line)), `No line names ${path} for ${what}: ${lines.join(' | ')}`);
  }
}

criterion('1a.8/1', 'Exit code 0 and an empty standard output for equal schemas', async (program) => {
  const kept = {
    'equal schemas': () => {},
    'an added optional member': ({ properties }) => { properties.color = { type: 'string' }; },
    'an open enum that grew': ({ properties }) => { properties.kind.enum.push('garden'); },
    'types in another order': ({ properties }) => { properties.note.type.reverse(); },
  };
  for (const [what, change] of Object.entries(kept)) {
    const { code, lines, stderr } = await compare(program, change);
    assert.deepEqual({ code, lines }, { code: 0, lines: [] }, `The exit code and the lines for ${what}; standard error: ${stderr}`);
  }
});

// Each kind of change to the member `name` of `schema`.
const CHANGES = {
  'a removed member': (schema, name) => { delete schema.properties[name]; },
  'a renamed member': (schema, name) => { schema.properties.renamed = schema.properties[name]; delete schema.properties[name]; },
  'a changed type': (schema, name) => { schema.properties[name].type = 'integer'; },
  'a member that became required': (schema, name) => { schema.required.push(name); },
  'an enum that lost a value': (schema, name) => { schema.properties[name].enum.pop(); },
  'an enum that grew': (schema, name) => { schema.properties[name].enum.push('new'); },
};

criterion('1a.8/2', 'a line on standard output that contains the path, for each of these', async (program) => {
  for (const [what, change] of Object.entries(CHANGES)) await assertBreaks(program, what, (schema) => change(schema, 'state'), 'state');
  const addRequired = (schema) => { schema.properties.price = { type: 'integer' }; schema.required.push('price'); };
  await assertBreaks(program, 'a new required member', addRequired, 'price');
});

criterion('1a.8/3', 'are found, with the paths `owner.email` and `tags[].label`', async (program) => {
  for (const [what, change] of Object.entries(CHANGES)) {
    await assertBreaks(program, `${what} in owner`, ({ properties }) => change(properties.owner, 'email'), 'owner.email');
    await assertBreaks(program, `${what} in tags`, ({ properties }) => change(properties.tags.items, 'label'), 'tags[].label');
  }
});

criterion('1a.8/4', 'Several findings are all printed in one run', async (program) => {
  await assertBreaks(program, 'three changes', ({ properties }) => {
    delete properties.state;
    properties.owner.properties.email.type = 'integer';
    properties.tags.items.required.push('label');
  }, 'state', 'owner.email', 'tags[].label');
});

criterion('1a.8/5', 'exit code 2, and standard error names the file or the argument', async (program) => {
  const good = join(program.scratch, 'good.json');
  const broken = join(program.scratch, 'broken.json');
  writeFileSync(good, '{}');
  writeFileSync(broken, '{');
  const cases = [[[good, 'missing.json'], /missing\.json/], [[good, broken], /broken\.json/], [[good], /newer|argument/i], [[], /older|argument/i]];
  for (const [args, named] of cases) {
    const { code, stdout, stderr } = await program.run('src/check-compat.js', args);
    assert.deepEqual({ code, stdout }, { code: 2, stdout: '' }, `The exit code and the output with ${args.length} arguments`);
    assert.match(stderr, named, 'Standard error');
    assert.doesNotMatch(stderr, /^\s+at /m, 'Standard error has a stack trace');
  }
});
