// Rates and limits, as the criteria of subsection 1b use them.
import assert from 'node:assert/strict';

export const CONVERT = '/convert/10?from=cm&to=in';

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const TRIES = 10;

// Five requests of a second are only worth something if they are sent at once. Where this machine is too slow for that,
// everything begins anew: `prepare` starts a server, and `check` asks it.
export async function inTime(prepare, check, limitMs = 900) {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const server = await prepare();
    const began = performance.now();
    const [result, error] = await check(server).then((value) => [value], (reason) => [undefined, reason]);
    const isInTime = performance.now() - began < limitMs;
    if (isInTime && error) throw error;
    if (isInTime) return { server, result, began };
    await server.stop('SIGKILL');
  }
  throw new Error(`This machine was too busy to send a few requests within ${limitMs} ms, ${TRIES} times in a row.`);
}

export const statusesOf = (answers) => answers.map(({ status }) => status);

// Sends `count` requests one after the other.
export async function sendMany(server, count, path = CONVERT, options = {}) {
  const answers = [];
  for (let sent = 0; sent < count; sent += 1) answers.push(await server.get(path, null, options));
  return answers;
}

// The first answer with 429, however fast requests are sent and tokens come in.
export async function sendUntilRefused(server) {
  for (let sent = 0; sent < 50; sent += 1) {
    const answer = await server.get(CONVERT, null);
    if (answer.status === 429) return answer;
  }
  throw new Error('None of 50 requests, one right after the other, got 429.');
}

// Whether of six requests the first five are answered and the last one is refused.
export async function assertSixth(server, path, [good, refused] = [200, 429]) {
  const answers = await sendMany(server, 6, path);
  assert.deepEqual(statusesOf(answers), [...Array(5).fill(good), refused], `The statuses of six requests for ${path}`);
  return answers;
}

// The number behind a name in a header such as RateLimit: "default";r=4;t=57.
export function readNumber(answer, header, name) {
  const value = answer.headers.get(header) ?? '';
  const found = new RegExp(`\\b${name}=(\\d+)`).exec(value)?.[1];
  assert.ok(found !== undefined, `${answer.request}: the header ${header} has no ${name}=: ${value || '(missing)'}`);
  return Number(found);
}
