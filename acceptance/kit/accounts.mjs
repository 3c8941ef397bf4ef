// Accounts, as the criteria of module 4 and later use them.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JWT_KEY } from './contract.mjs';

const KEY = Buffer.from(JWT_KEY, 'base64');
const HASHES = { HS256: 'sha256', HS512: 'sha512' };

export const PASSWORD = 'correct horse battery';

let serials = 0;

// An address that no other account of this run has.
export const newEmail = (name = 'ada') => `${name}-${(serials += 1)}@example.org`;

// { id, email, password, … } of a new account.
export async function register(server, { name = 'Ada', email = newEmail(), password = PASSWORD } = {}) {
  const { json } = await server.post('/accounts', 201, { json: { name, email, password } });
  return { ...json, email, password };
}

export function countRows(db, table) {
  return db.prepare(`SELECT count(*) AS n FROM ${table}`).get().n;
}

// Everything that the database holds, as text.
export function readRows(db) {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  return JSON.stringify(tables.map(({ name }) => db.prepare(`SELECT * FROM "${name}"`).all()));
}

// Runs `work`, and asserts that these tables have as many rows afterwards as before.
export async function assertUnchanged(program, tables, work) {
  const db = program.openDatabase();
  const counts = () => Object.fromEntries(tables.map((table) => [table, countRows(db, table)]));
  const before = counts();
  await work();
  assert.deepEqual(counts(), before, 'The numbers of rows afterwards');
  db.close();
}

// What a login answers: { accessToken, … }.
export async function logIn(server, { email, password }, options) {
  return (await server.post('/auth/login', 200, { json: { email, password }, ...options })).json;
}

// The payload of a token, decoded without a key.
export function decodeToken(token) {
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString('utf8'));
}

export const bearer = (token) => ({ authorization: `Bearer ${token}` });

// Somebody who has logged in: { account, token, login, server }, and `server` sends their token.
export async function enter(server, input) {
  const account = await register(server, input);
  const login = await logIn(server, account);
  return { account, login, token: login.accessToken, server: server.with(bearer(login.accessToken)) };
}

// A token that the server did not make. HS256, unless the header says something else.
export function signToken(claims, { header = { alg: 'HS256' }, key = KEY } = {}) {
  const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const signature = header.alg === 'none' ? '' : createHmac(HASHES[header.alg], key).update(text).digest('base64url');
  return `${text}.${signature}`;
}

// A clock for NOW_FILE, which a test turns forward.
export function makeClock(program, start = Date.now()) {
  const file = join(program.scratch, 'now');
  let time = start;
  const set = (next) => writeFileSync(file, new Date((time = next)).toISOString());
  set(start);
  return { env: { NOW_FILE: file }, forward: (ms) => set(time + ms), now: () => time };
}

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

// The cookies of an answer: [{ name, value, attributes }], with the names of the attributes in lower case.
export function cookiesOf(answer) {
  return answer.headers.getSetCookie().map((line) => {
    const [pair, ...rest] = line.split(';').map((part) => part.trim());
    const attributes = rest.map((part) => [part.split('=')[0].toLowerCase(), part.split('=')[1] ?? '']);
    return { name: pair.split('=')[0], value: pair.slice(pair.indexOf('=') + 1), attributes: Object.fromEntries(attributes) };
  });
}

export const cookieHeader = (cookies) => cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

// What a browser sends after this answer. From exercise 4.9 on the page adds its token.
export function browserHeaders(answer) {
  const { csrfToken } = answer.json;
  return { authorization: undefined, cookie: cookieHeader(cookiesOf(answer)), 'x-csrf-token': csrfToken };
}

export function logInByCookie(server, { email, password }, status = 200, headers = {}) {
  return server.post('/auth/login', status, { json: { email, password, mode: 'cookie' }, headers });
}

// Somebody who has logged in with a browser: { account, answer, headers, server }.
export async function enterByCookie(server, input) {
  const account = await register(server, input);
  const answer = await logInByCookie(server, account);
  const headers = browserHeaders(answer);
  return { account, answer, headers, server: server.with(headers) };
}
