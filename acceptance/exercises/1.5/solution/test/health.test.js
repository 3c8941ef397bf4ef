import test from 'node:test';
import assert from 'node:assert/strict';
import { startServer } from './support/start-server.js';

test('the health check says ok, with and without a query', async (t) => {
  const { url } = await startServer(t);
  for (const path of ['/health', '/health?verbose=1']) {
    const res = await fetch(url + path);
    assert.equal(res.status, 200);
    assert.match(res.headers.get('content-type'), /^application\/json/);
    assert.equal(await res.text(), '{"status":"ok"}');
  }
});

test('an unknown path is 404 as JSON', async (t) => {
  const { url } = await startServer(t);
  for (const path of ['/', '/healthy', '/health/x']) {
    const res = await fetch(url + path);
    assert.equal(res.status, 404);
    await res.json();
  }
});

test('the health check answers HEAD and refuses POST', async (t) => {
  const { url } = await startServer(t);
  const head = await fetch(`${url}/health`, { method: 'HEAD' });
  assert.equal(head.status, 200);
  assert.equal(await head.text(), '');
  const post = await fetch(`${url}/health`, { method: 'POST' });
  assert.equal(post.status, 405);
  assert.deepEqual(post.headers.get('allow').split(', ').sort(), ['GET', 'HEAD']);
});
