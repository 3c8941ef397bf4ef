import { setTimeout as pause } from 'node:timers/promises';

const REQUESTS = 10;
const url = process.argv[2];

for (let sent = 0; sent < REQUESTS;) {
  const res = await fetch(url);
  await res.arrayBuffer();
  console.log(res.status);
  if (res.status === 429) await pause(Number(res.headers.get('retry-after')) * 1000);
  else sent += 1;
}
