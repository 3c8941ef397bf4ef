// Search over the whole text. The index is made when the box is first used; until it is there, the
// texts themselves are searched.

const MOST_RESULTS = 40;
const SEPARATORS = /[\s\p{Z}\p{P}\p{S}]+/u;
const NUMBER = /^\d+[a-z]?(\.\d+)+$/iu;
const LETTER = /[\p{L}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

let entries = [];
let searchIndex = null;
let isStarted = false;
let results = [];
let active = -1;
const BOOSTS = { unit: 2, concept: 1.6, exercise: 1.3, text: 1 };

/** Words, numbers such as 4a.2 whole, and the signs of scripts that put no blanks between words. */
function tokens(text) {
  return text.split(/\s+/).flatMap((word) => {
    if (NUMBER.test(word)) return [word];
    return word.split(SEPARATORS).flatMap((part) => (UNSPACED.test(part) ? [...part] : [part]));
  });
}

function term(word) {
  return word.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase() || null;
}

/** The index, made in pieces so that typing goes on meanwhile. */
async function makeIndex() {
  const index = new MiniSearch({
    fields: ["number", "title", "text"],
    tokenize: tokens,
    processTerm: term,
    searchOptions: {
      boost: { number: 8, title: 5 },
      boostDocument: (id) => BOOSTS[entries[id].kind],
      combineWith: "AND",
      prefix: (word) => word.length > 1 || UNSPACED.test(word),
      fuzzy: (word) => (word.length > 4 && !/\d/.test(word) ? 0.25 : false),
    },
  });
  await index.addAllAsync(entries, { chunkSize: 25 });
  return index;
}

async function startIndex() {
  if (isStarted) return;
  isStarted = true;
  entries = curriculum.folder ? titleEntries() : textEntries();
  try {
    if (curriculum.folder) entries = textEntries(await loadTexts());
    searchAgain();
    searchIndex = await makeIndex();
    searchAgain();
  } catch (error) {
    tell(error.message);
  }
}

/** Better results take the place of the first ones, unless the reader is among them already. */
function searchAgain() {
  if (document.activeElement === part("search") && active < 0) search();
}

/** What holds all of the words; where nothing does, what holds some of them. */
function found(query) {
  if (!searchIndex) return scanned(query);
  const all = searchIndex.search(query);
  return all.length ? all : searchIndex.search(query, { combineWith: "OR" });
}

function search() {
  const query = part("search").value.trim();
  if (!query) return closeResults();
  startIndex();
  const all = found(query);
  if (all.length || searchIndex) showResults(all, query);
  else wait();
}

function wait() {
  results = [];
  part("results").replaceChildren();
  part("results-count").textContent = "One moment…";
  openResults();
}

function showResults(all, query) {
  const shown = all.slice(0, MOST_RESULTS);
  results = shown.map((each) => entries[each.id]);
  active = -1;
  part("results").replaceChildren(...shown.map(resultItem));
  const words = all.length ? counted(all.length, "result") : `Nothing for “${query}”`;
  part("search-status").textContent = words;
  part("results-count").textContent =
    all.length > results.length ? `${words}, the first ${results.length} of them here` : words;
  openResults();
}

function resultItem(result, place) {
  const entry = entries[result.id];
  const words = Object.keys(result.match);
  const where = entry.kind === "unit" ? [] : [" in ", isolated(entry.unit.name)];
  const kind = element("span", { class: "result-kind" }, KINDS_OF_RESULT[entry.kind], ...where);
  const number = entry.number ? [element("b", {}, entry.number), " "] : [];
  const name = element("span", { class: "result-title" }, ...number, element("bdi", {}, ...marked(entry.title, words)));
  const attributes = { id: `page.result-${place}`, role: "option", "aria-selected": "false" };
  return element("li", attributes, name, ...passage(entry.text, words), kind);
}

function openResults() {
  part("results-panel").hidden = false;
  part("search").setAttribute("aria-expanded", String(results.length > 0));
  part("search").removeAttribute("aria-activedescendant");
}

function closeResults() {
  part("results-panel").hidden = true;
  part("search").setAttribute("aria-expanded", "false");
  part("search").removeAttribute("aria-activedescendant");
  part("search-status").textContent = "";
  active = -1;
}

function activate(place) {
  part(`result-${active}`)?.setAttribute("aria-selected", "false");
  active = (place + results.length) % results.length;
  const item = part(`result-${active}`);
  item.setAttribute("aria-selected", "true");
  item.scrollIntoView({ block: "nearest" });
  part("search").setAttribute("aria-activedescendant", item.id);
}

function choose(place) {
  const entry = results[place];
  if (!entry) return;
  closeResults();
  goTo(entry.address);
}

function onSearchKey(event) {
  const isOpen = !part("results-panel").hidden && results.length > 0;
  if (event.isComposing) return;
  if (event.key === "Escape") {
    if (part("results-panel").hidden) part("search").value = "";
    closeResults();
  } else if (isOpen && event.key === "ArrowDown") activate(active + 1);
  else if (isOpen && event.key === "ArrowUp") activate(active < 0 ? results.length - 1 : active - 1);
  else if (isOpen && event.key === "Enter") choose(Math.max(active, 0));
  else return;
  event.preventDefault();
}

function isTyping(target) {
  return target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null;
}

function startSearch() {
  const box = part("search");
  box.addEventListener("focus", startIndex, { once: true });
  box.addEventListener("input", search);
  box.addEventListener("keydown", onSearchKey);
  box.addEventListener("blur", closeResults);
  box.addEventListener("focus", search);
  // The box must not lose the focus, and with it the results, before the click is through.
  part("results-panel").addEventListener("pointerdown", (event) => event.preventDefault());
  part("results").addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) choose([...part("results").children].indexOf(item));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
