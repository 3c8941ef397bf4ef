// Search without an index: slower for each question, but ready at once.

const TITLE_WORTH = 10;

/** The entries that hold all of the words, as the index gives them; where none does, those with
 * what the words may be slips of. */
function scanned(query) {
  const words = tokens(query).map(term).filter(Boolean);
  if (!words.length) return [];
  const exact = holding(words.map((word) => [word]));
  return exact.length ? exact : holding(words.map(likelyWords));
}

/** The entries with one word of each of the choices, the best first. */
function holding(choices) {
  const match = Object.fromEntries(choices.flat().map((word) => [word, true]));
  const scored = entries.map((entry) => ({ id: entry.id, score: scoreOf(entry, choices), match }));
  return scored.filter(({ score }) => score).sort((one, other) => other.score - one.score);
}

function scoreOf(entry, choices) {
  const [title, text] = folded(entry);
  let score = BOOSTS[entry.kind];
  for (const words of choices) {
    if (words.some((word) => hasWord(title, word))) score += TITLE_WORTH;
    else if (!words.some((word) => hasWord(text, word))) return 0;
  }
  return score;
}

/** Title and text of an entry, as words are compared. */
function folded(entry) {
  entry.folded ??= [`${entry.number} ${entry.title}`, entry.text].map((text) => term(text) ?? "");
  return entry.folded;
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
