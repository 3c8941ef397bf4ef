// Reads the acceptance criteria out of the curriculum's readmes: { '1.4/2': { text, exercise, file } }.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const EXERCISE = /^### (\d+[a-z]?\.\d+) (.*)/;
const LABEL = /^\*\*Acceptance criteria:\*\*/;
const NEXT_SECTION = /^(\*\*|#|<details)/;

export function readCriteria(root) {
  const levels = readdirSync(root).filter((name) => name.endsWith('_level'));
  return Object.assign({}, ...levels.flatMap((level) => findReadmes(join(root, level))).map(readFile));
}

function findReadmes(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return findReadmes(join(folder, entry.name));
    return entry.name === 'readme.md' ? [join(folder, entry.name)] : [];
  });
}

function readFile(file) {
  const criteria = {};
  let exercise = null;
  let items = null;
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    const heading = EXERCISE.exec(line);
    if (heading) exercise = { id: heading[1], title: heading[2] };
    if (LABEL.test(line)) items = [];
    else if (NEXT_SECTION.test(line)) items = null;
    else if (items && line.startsWith('- ')) {
      items.push({ text: line.slice(2).trim(), exercise: exercise.title, file });
      criteria[`${exercise.id}/${items.length}`] = items.at(-1);
    } else if (items?.length && line.trim()) items.at(-1).text += ` ${line.trim()}`;
  }
  return criteria;
}
