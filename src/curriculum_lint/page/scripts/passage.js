// Where in a text the words were found, with what stands around them.

const AROUND = 70;
const LONGEST_PASSAGE = 190;

/** The part of a text in which most of the words are, as an element; nothing of an empty text. */
function passage(text, words) {
  if (!text) return [];
  const places = placesOf(text, words);
  // Where only the title has them, the text begins at its beginning.
  const first = { start: 0 };
  const best = places.reduce((found, each) => (near(places, each) > near(places, found) ? each : found), first);
  const start = best.start < AROUND ? 0 : text.indexOf(" ", best.start - AROUND) + 1;
  const end = endOf(text, start + LONGEST_PASSAGE);
  const cut = `${start ? "… " : ""}${text.slice(start, end).trim()}${end < text.length ? " …" : ""}`;
  return [element("span", { class: "result-text", dir: "auto" }, ...marked(cut, words))];
}

/** The end of the last word before a place. */
function endOf(text, place) {
  if (text.length <= place) return text.length;
  const blank = text.lastIndexOf(" ", place);
  return place - blank < AROUND ? blank : place;
}

/** How many different words stand within one passage from a place on. */
function near(places, from) {
  const inside = places.filter(({ start }) => start >= from.start && start < from.start + LONGEST_PASSAGE - AROUND);
  return new Set(inside.map(({ word }) => word)).size;
}

function placesOf(text, words) {
  const pattern = patternOf(words);
  if (!pattern) return [];
  const found = [];
  for (const match of text.matchAll(pattern)) {
    found.push({ start: match.index, word: match[0].toLowerCase() });
    if (found.length > 200) break;
  }
  return found;
}

/** A text with the words in it marked. */
function marked(text, words) {
  const pattern = patternOf(words);
  if (!pattern) return [text];
  const parts = [];
  let last = 0;
  for (const { 0: word, index } of text.matchAll(pattern)) {
    parts.push(text.slice(last, index), element("mark", {}, word));
    last = index + word.length;
  }
  return [...parts, text.slice(last)];
}

/** What the words look like in a text: at the beginning of a word, or anywhere without blanks. */
function patternOf(words) {
  const useful = words.filter((word) => word.length > 1 || UNSPACED.test(word));
  const [unspaced, spaced] = [true, false].map((is) =>
    useful.filter((word) => UNSPACED.test(word) === is).map(escaped),
  );
  const parts = spaced.length ? [`(?<![\\p{L}\\p{N}])(?:${longestFirst(spaced)})`] : [];
  if (unspaced.length) parts.push(`(?:${longestFirst(unspaced)})+`);
  return parts.length ? new RegExp(parts.join("|"), "giu") : null;
}

function longestFirst(words) {
  return words.sort((one, other) => other.length - one.length).join("|");
}

function escaped(word) {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
