import { assert, criterion } from '../../kit/index.mjs';
import { addTool, addTools, assertPath, listTools, startShed } from '../../kit/toolshed.mjs';

// 30 tools whose names and prices are in no order; some of both are equal.
const THIRTY = Array.from({ length: 30 }, (_, number) => ({
  name: `Tool ${String.fromCharCode(65 + ((number * 7) % 13))}`, price: (number * 11) % 5, available: number % 2 === 0,
}));
const SORTS = ['sort=-price,name', 'sort=name', 'sort=-name', ''];

const join = (...parts) => `/tools?${parts.filter(Boolean).join('&')}`;
const idsOf = (items) => items.map(({ id }) => id);

async function startWithThirty(program) {
  const server = await startShed(program);
  await addTools(server, THIRTY);
  return server;
}

// The pages that follow `cursor`, to the end.
async function followCursor(server, query, cursor) {
  const pages = [];
  for (let at = cursor; at !== null && pages.length < 10; at = pages.at(-1).nextCursor) {
    pages.push((await server.get(join(query, `cursor=${at}`), 200)).json);
  }
  return pages;
}

async function firstCursor(server, query) {
  const { nextCursor } = (await server.get(join(query), 200)).json;
  assert.equal(typeof nextCursor, 'string', `The type of nextCursor of ${join(query)}`);
  return nextCursor;
}

criterion('2.9/1', 'The other 20 tools appear exactly once each, in order', async (program) => {
  for (const sort of SORTS) {
    const server = await startWithThirty(program.fresh());
    const all = await listTools(server, `?${[sort, 'limit=100'].filter(Boolean).join('&')}`);
    const { items, nextCursor } = (await server.get(join(sort, 'limit=10'), 200)).json;
    const { name, price, available } = items[0];
    await server.delete(`/tools/${items[0].id}`, 204);
    await server.delete(`/tools/${items.at(-1).id}`, 204);
    const added = await addTool(server, { name, price, available });
    const rest = (await followCursor(server, [sort, 'limit=10'].filter(Boolean).join('&'), nextCursor)).flatMap((page) => idsOf(page.items));
    assert.deepEqual(rest.filter((id) => id !== added.id), idsOf(all.slice(10)), `The tools after the first page with ${sort || 'no sort'}`);
    await server.stop();
  }
});

criterion('2.9/2', 'The last page has `nextCursor` null', async (program) => {
  const server = await startWithThirty(program);
  const pages = await followCursor(server, 'limit=10', await firstCursor(server, 'limit=10'));
  assert.deepEqual(pages.map(({ items }) => items.length), [10, 10], 'The sizes of the pages after the first');
  assert.deepEqual(pages.map(({ nextCursor }) => nextCursor === null), [false, true], 'Which of them have nextCursor null');
  const whole = (await server.get('/tools?limit=100', 200)).json;
  assert.equal(whole.nextCursor, null, 'The member nextCursor of a list that fits on one page');
});

criterion('2.9/3', 'A cursor with any one character replaced', async (program) => {
  const server = await startWithThirty(program);
  // Three lengths of the text inside, since the last character of base64 carries a different number of bits in each.
  for (const query of ['limit=9', 'limit=10', 'sort=name&limit=10']) {
    const cursor = await firstCursor(server, query);
    const wrong = [...replaceEach(cursor), ...flipLastBits(cursor), cursor.slice(0, -1), `${cursor}A`, ''];
    for (const text of wrong) assertPath(await server.get(join(query, `cursor=${encodeURIComponent(text)}`), 400), 'cursor');
    await server.get(join(query, `cursor=${cursor}`), 200);
  }
});

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const replaceAt = (text, at, character) => text.slice(0, at) + character + text.slice(at + 1);
const replaceEach = (text) => [...text].map((character, at) => replaceAt(text, at, character === 'A' ? 'B' : 'A'));

// The lowest bit of the last character of each base64 text in the cursor.
function flipLastBits(text) {
  const ends = [...text.matchAll(/[\w-](?![\w-])/g)].map(({ index }) => index);
  return ends.map((at) => replaceAt(text, at, ALPHABET[ALPHABET.indexOf(text[at]) ^ 1]));
}

criterion('2.9/4', 'A cursor used with another `sort`, another `q` or another filter answers 400', async (program) => {
  const server = await startWithThirty(program);
  const query = 'sort=name&q=tool&available=true&limit=5';
  const cursor = await firstCursor(server, query);
  const others = [
    'sort=-name&q=tool&available=true', 'q=tool&available=true', 'sort=name&q=too&available=true', 'sort=name&available=true',
    'sort=name&q=tool&available=false', 'sort=name&q=tool', 'sort=name&q=tool&available=true&maxPrice=9', `${query}&offset=0`,
  ];
  for (const other of others) assertPath(await server.get(join(other, `cursor=${cursor}`), 400), 'cursor');
  await server.get(join(query, `cursor=${cursor}`), 200);
});

criterion('2.9/5', 'A cursor request with `limit=7` returns at most 7 items', async (program) => {
  const server = await startWithThirty(program);
  const cursor = await firstCursor(server, 'limit=10');
  const { json } = await server.get(join('limit=7', `cursor=${cursor}`), 200);
  assert.equal(json.items.length, 7, 'The number of items');
  assert.deepEqual(['total', 'offset'].filter((member) => member in json), [], 'Members that do not belong there');
});
