// The words of the texts that a word with a typing error may be meant as.

const SHORTEST_SLIP = 5;
/** How much of a word may be wrong: one letter in five, two in six to nine. */
const WRONG_PART = 0.25;

let knownWords = { entries: null, words: [] };

/** The words that differ least from one that no text has; the word itself where none is near. */
function likelyWords(word) {
  if (word.length < SHORTEST_SLIP || /\d/.test(word) || UNSPACED.test(word)) return [word];
  const known = wordsOfTexts();
  if (known.some((each) => each.startsWith(word))) return [word];
  let least = Math.round(word.length * WRONG_PART);
  let likely = [];
  for (const each of known) {
    const slips = slipsBetween(word, each, least);
    if (slips < least) likely = [];
    if (slips <= least) likely.push(each);
    least = Math.min(least, slips);
  }
  return likely.length ? likely : [word];
}

/** Every word of the entries that are searched now, once. */
function wordsOfTexts() {
  if (knownWords.entries !== entries) {
    const words = new Set();
    for (const entry of entries) {
      for (const text of folded(entry)) for (const word of text.match(/\p{L}{4,}/gu) ?? []) words.add(word);
    }
    knownWords = { entries, words: [...words] };
  }
  return knownWords.words;
}

/** How many letters were left out, added, exchanged or swapped with the next; above the most, more. */
function slipsBetween(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const exchanged = last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, exchanged);
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}
