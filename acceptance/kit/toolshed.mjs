// What the criteria of modules 2 and later do to a ToolShed again and again, at every stage of its growth.
import assert from 'node:assert/strict';
import { bearer, logIn, register } from './accounts.mjs';
import { hasReached } from './contract.mjs';

// A server whose requests may do what the module is about: from module 4 on that takes an account.
export async function startShed(program, env = {}, options = {}) {
  const server = await program.start(env, options);
  if (!hasReached('4.4')) return server;
  const account = await register(server, { name: 'Sam' });
  if (hasReached('4.6')) makeStaff(program, account, env.DB_FILE);
  return server.with(bearer((await logIn(server, account)).accessToken));
}

export function makeStaff(program, { id }, file) {
  const db = program.openDatabase(file);
  db.prepare("UPDATE accounts SET role = 'staff' WHERE member_id = ?").run(id);
  db.close();
}

export async function addTool(server, tool) {
  const { json } = await server.post('/tools', 201, { json: { name: 'Drill', price: 450, ...tool } });
  return json;
}

// The tools that exercises 2.6 and 2.7 name, in the order of creation.
export const FOUR_TOOLS = [
  { name: 'Cordless DRILL', price: 450, available: true },
  { name: 'Drill bit', price: 50, available: false },
  { name: 'Ladder', price: 300, available: true },
  { name: 'Hand drill 2.5', price: 300, available: true },
];

export async function addTools(server, tools) {
  const added = [];
  for (const tool of tools) added.push(await addTool(server, tool));
  return added;
}

// PUT and PATCH need the current tag from exercise 2.10 on.
export async function change(server, method, path, status, { headers = {}, ...options } = {}) {
  const tag = hasReached('2.10') ? (await server.get(path)).headers.get('etag') : null;
  return server.send(method, path, status, { ...options, headers: { ...(tag && { 'if-match': tag }), ...headers } });
}

export async function listTools(server, query = '') {
  return (await server.get(`/tools${query}`, 200)).json.items;
}

export async function assertNames(server, query, names) {
  assert.deepEqual((await listTools(server, query)).map(({ name }) => name), names, `The names of GET /tools${query}`);
}

// The paths in the member errors of a problem document, sorted.
export function pathsOf(answer) {
  const { errors } = answer.problem;
  assert.ok(Array.isArray(errors), `${answer.request}: the member errors is not a list: ${answer.text}`);
  return errors.map(({ path }) => (Array.isArray(path) ? path.join('.') : String(path))).sort();
}

export function assertPath(answer, path) {
  const paths = pathsOf(answer);
  assert.ok(paths.includes(path), `${answer.request}: no entry of errors has the path ${path}: ${answer.text}`);
}

// { next, prev } of the header Link, as paths.
export function linksOf(answer) {
  const pairs = [...(answer.headers.get('link') ?? '').matchAll(/<([^>]*)>\s*;\s*rel="?(\w+)"?/g)];
  return Object.fromEntries(pairs.map(([, target, rel]) => {
    const { pathname, search } = new URL(target, 'http://localhost/tools');
    return [rel, pathname + search];
  }));
}

export async function addMember(server, name = 'Ada') {
  return (await server.post('/members', 201, { json: { name } })).json;
}

let serials = 0;

// Copies of a tool, with serial numbers that no other copy of this run has.
export async function addCopies(server, tool, count = 1) {
  const numbers = Array.from({ length: count }, () => `SN-${(serials += 1)}`);
  for (const serialNumber of numbers) await server.post(`/tools/${tool.id}/copies`, 201, { json: { serialNumber } });
  return numbers;
}

// A tool with copies that can be lent.
export async function addLendable(server, copies = 1, tool = {}) {
  const added = await addTool(server, tool);
  await addCopies(server, added, copies);
  return added;
}

// The path of the list of all loans: from 4.6 on staff has to ask for those of others.
export function allLoans(query = '') {
  const parts = [hasReached('4.6') ? 'scope=all' : '', query].filter(Boolean);
  return parts.length > 0 ? `/loans?${parts.join('&')}` : '/loans';
}

// Without a member, who asks borrows.
export function borrow(server, tool, member, status = 201, options = {}) {
  return server.post('/loans', status, { json: { toolId: tool.id, memberId: member?.id }, ...options });
}
