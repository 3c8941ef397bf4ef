import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

// Messages as files of a directory. Nobody reads half of one: it gets its name when it is whole.
export function createOutbox(directory) {
  return {
    async send(message) {
      const file = join(directory, `${randomUUID()}.json`);
      await writeFile(`${file}.tmp`, JSON.stringify(message));
      await rename(`${file}.tmp`, file);
    },
  };
}
