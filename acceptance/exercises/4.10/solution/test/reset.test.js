import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendJson } from './support/send-json.js';
import { startServer } from './support/start-server.js';

const ada = { email: 'ada@x.org', password: 'correct horse battery' };

// The first message that appears in a directory.
async function waitForMessage(dir) {
  for await (const { filename } of watch(dir, { signal: AbortSignal.timeout(5000) })) {
    if (filename.endsWith('.json')) return JSON.parse(await readFile(join(dir, filename), 'utf8'));
  }
}

test('a forgotten password is given back once', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'outbox-'));
  t.after(() => rm(dir, { recursive: true }));
  const { url } = await startServer(t, { OUTBOX_DIR: dir });
  await sendJson(url, 'POST', '/accounts', { name: 'Ada', ...ada });
  const message = waitForMessage(dir);
  assert.equal((await sendJson(url, 'POST', '/auth/password-resets', { email: 'ADA@x.org' })).status, 202);
  const { to, link } = await message;
  assert.equal(to, ada.email);

  const confirm = (password) => sendJson(url, 'POST', '/auth/password-resets/confirm', { token: link.split('#token=')[1], password });
  assert.equal((await confirm('another horse battery')).status, 204);
  assert.equal((await confirm('yet another horse battery')).status, 400);
  assert.equal((await sendJson(url, 'POST', '/auth/login', ada)).status, 401);
});
