import { assert, criterion } from '../../kit/index.mjs';
import { addTools, assertPath, linksOf, listTools, startShed } from '../../kit/toolshed.mjs';

const SAWS = Array.from({ length: 45 }, (_, number) => ({ name: 'Saw', price: number % 3 }));

async function startWithSaws(program) {
  const server = await startShed(program);
  const saws = await addTools(server, SAWS);
  await addTools(server, [{ name: 'Drill' }]);
  return { server, saws };
}

// All pages from `path` on, following a relation of the header Link.
async function follow(server, path, rel) {
  const pages = [];
  for (let at = path; at && pages.length < 20; ) {
    const answer = await server.get(at, 200);
    pages.push({ ...answer.json, links: linksOf(answer) });
    at = pages.at(-1).links[rel];
  }
  return pages;
}

const idsOf = (items) => items.map(({ id }) => id);

criterion('2.8/1', 'together they hold each of the 45 ids exactly once, in the order of creation', async (program) => {
  const { server, saws } = await startWithSaws(program);
  const pages = await follow(server, '/tools?q=saw', 'next');
  const { items, total, limit, offset } = pages[0];
  assert.deepEqual({ items: items.length, total, limit, offset }, { items: 20, total: 45, limit: 20, offset: 0 }, 'The first page');
  assert.deepEqual(pages.map((page) => page.items.length), [20, 20, 5], 'The sizes of the pages');
  assert.deepEqual(pages.flatMap((page) => idsOf(page.items)), idsOf(saws), 'The ids of all pages');
});

criterion('2.8/2', 'Following `prev` from the last page leads back to the items of the first page', async (program) => {
  const { server } = await startWithSaws(program);
  const forth = await follow(server, '/tools?q=saw', 'next');
  assert.equal(forth[0].links.prev, undefined, 'The link prev of the first page');
  assert.deepEqual(forth.map(({ links }) => Boolean(links.next)), [true, true, false], 'Which pages have a link next');
  const full = await follow(server, '/tools?q=saw&limit=15', 'next');
  assert.deepEqual(full.map(({ items }) => items.length), [15, 15, 15], 'The sizes of the pages with limit=15');
  const last = forth.at(-2).links.next;
  const back = await follow(server, last, 'prev');
  assert.deepEqual(idsOf(back.at(-1).items), idsOf(forth[0].items), 'The items at the end of the way back');
});

criterion('2.8/3', 'The links repeat the query', async (program) => {
  const { server, saws } = await startWithSaws(program);
  const pages = await follow(server, '/tools?q=saw&sort=-price&limit=7', 'next');
  assert.equal(pages.length, 7, 'The number of pages');
  for (const { links } of pages) {
    for (const link of Object.values(links)) {
      const { searchParams } = new URL(link, 'http://localhost');
      const [q, sort, limit] = ['q', 'sort', 'limit'].map((name) => searchParams.get(name));
      assert.deepEqual({ q, sort, limit }, { q: 'saw', sort: '-price', limit: '7' }, `The query of ${link}`);
    }
  }
  const byPrice = [2, 1, 0].flatMap((price) => saws.filter((saw) => saw.price === price));
  assert.deepEqual(pages.flatMap((page) => idsOf(page.items)), idsOf(byPrice), 'The ids of all pages');
});

criterion('2.8/4', 'answer 400 with the path of the parameter', async (program) => {
  const { server } = await startWithSaws(program);
  assert.equal((await listTools(server, '?limit=100')).length, 46, 'The number of items with limit=100');
  for (const query of ['limit=101', 'limit=0', 'limit=ten', 'limit=1.5', 'offset=-1', 'limit=5&limit=6']) {
    assertPath(await server.get(`/tools?${query}`, 400), query.split('=')[0]);
  }
});

criterion('2.8/5', '`?offset=1000` answers 200 with no items, and `total` is 46', async (program) => {
  const { server } = await startWithSaws(program);
  const { json } = await server.get('/tools?offset=1000', 200);
  assert.deepEqual([json.items, json.total], [[], 46], 'The members items and total');
});
