import test from 'node:test';
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { startServer } from './support/start-server.js';

test('the echo sends the same bytes back', async (t) => {
  const { url } = await startServer(t);
  for (const text of ['drill', 'Schlüssel 工具', randomBytes(1_048_576), '']) {
    const body = Buffer.from(text);
    const res = await fetch(`${url}/echo`, { method: 'POST', body });
    assert.equal(res.status, 200);
    assert.ok(Buffer.from(await res.arrayBuffer()).equals(body));
  }
});

test('the echo refuses GET', async (t) => {
  const { url } = await startServer(t);
  const res = await fetch(`${url}/echo`);
  assert.equal(res.status, 405);
  assert.equal(res.headers.get('allow'), 'POST');
});
