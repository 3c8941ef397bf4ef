import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { once } from 'node:events';

export async function startServer(t, env = {}) {
  const child = spawn(process.execPath, ['src/server.js'], {
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  t.after(async () => {
    child.kill('SIGTERM');
    await exited;
  });

  const lines = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  await Promise.race([once(reader, 'line'), exited]);

  const url = lines[0]?.match(/http:\/\/\S+/)?.[0];
  if (!url) throw new Error('The server printed no URL on its first line');
  return { url, lines, child, exited };
}
