import { writeFile } from 'node:fs/promises';
import { startPreparedServer } from './support/prepared-server.js';

const server = await startPreparedServer();
const document = await (await fetch(`${server.url}/openapi.json`)).json();
await writeFile('openapi.json', `${JSON.stringify(document, null, 2)}\n`);
await server.stop();
