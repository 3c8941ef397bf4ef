import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

// The folders below DATA_DIR, made where they are missing.
export function openFolders(dataDir) {
  const folders = { uploads: join(dataDir, 'uploads'), manuals: join(dataDir, 'manuals') };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  return folders;
}
