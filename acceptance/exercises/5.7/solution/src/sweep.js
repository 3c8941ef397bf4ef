import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

// Removes what a crash left behind: temporary files, and uploads without a row, if they are old enough.
export async function sweep({ folders, photos, orphanAgeS, now }) {
  const kept = new Set(await photos.listStoredNames());
  const uploads = (await readdir(folders.uploads)).filter((name) => !kept.has(name));
  const paths = [
    ...(await readdir(folders.tmp)).map((name) => join(folders.tmp, name)),
    ...uploads.map((name) => join(folders.uploads, name)),
  ];
  const isOld = async (path) => now() - (await stat(path)).mtimeMs >= orphanAgeS * 1000;
  const old = [];
  for (const path of paths) if (await isOld(path)) old.push(path);
  for (const path of old) await rm(path, { force: true });
  console.error(`sweep: removed ${old.length} files`);
}
