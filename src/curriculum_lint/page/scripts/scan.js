// Search without an index: slower for each question and blind to typing errors, but ready at once.

const TITLE_WORTH = 10;

/** The entries that hold all of the words, as the index gives them. */
function scanned(query) {
  const words = tokens(query).map(term).filter(Boolean);
  if (!words.length) return [];
  const match = Object.fromEntries(words.map((word) => [word, true]));
  const scored = entries.map((entry) => ({ id: entry.id, score: scoreOf(entry, words), match }));
  return scored.filter(({ score }) => score).sort((one, other) => other.score - one.score);
}

function scoreOf(entry, words) {
  entry.folded ??= [`${entry.number} ${entry.title}`, entry.text].map(term).map((text) => text ?? "");
  const [title, text] = entry.folded;
  let score = BOOSTS[entry.kind];
  for (const word of words) {
    if (hasWord(title, word)) score += TITLE_WORTH;
    else if (!hasWord(text, word)) return 0;
  }
  return score;
}

/** Whether a word of the text begins so: a single letter is a word of its own. Where there are no
 * blanks between words, whether it is in the text. */
function hasWord(text, word) {
  if (UNSPACED.test(word)) return text.includes(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isStart = !at || !LETTER.test(text[at - 1]);
    if (isStart && (word.length > 1 || !LETTER.test(text[at + 1] ?? ""))) return true;
  }
  return false;
}
