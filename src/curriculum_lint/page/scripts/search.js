// Search over units, concepts and exercises. The index is made when the box is first used.

const MOST_RESULTS = 40;
const SEPARATORS = /[\s\p{Z}\p{P}\p{S}]+/u;
const NUMBER = /^\d+[a-z]?(\.\d+)+$/iu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const KINDS_OF_RESULT = { unit: "Unit", concept: "Concept", exercise: "Exercise" };

const entries = [];
let searchIndex = null;
let isIndexed = false;
let results = [];
let active = -1;
let asked = 0;

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

function listEntries() {
  const add = (kind, unit, number, title, text, id) =>
    entries.push({ id: entries.length, kind, unit, number, title, text, place: id });
  for (const unit of units) {
    add("unit", unit, unit.label, unit.title, "", unit.id);
    for (const concept of unit.concepts) {
      add("concept", unit, "", concept.title, "", conceptId(unit, concept));
    }
    for (const each of unit.exercises) {
      add("exercise", unit, each.number, each.title, each.goal, `exercise/${each.key}`);
    }
  }
}

function startIndex() {
  if (searchIndex) return searchIndex;
  listEntries();
  const index = new MiniSearch({
    fields: ["number", "title", "text"],
    tokenize: tokens,
    processTerm: term,
    searchOptions: {
      boost: { number: 6, title: 4 },
      boostDocument: (id) => (entries[id].kind === "exercise" ? 1 : 1.5),
      combineWith: "AND",
      prefix: true,
      fuzzy: (word) => (word.length > 4 && !/\d/.test(word) ? 0.25 : false),
    },
  });
  searchIndex = index.addAllAsync(entries, { chunkSize: 500 }).then(() => {
    isIndexed = true;
    return index;
  });
  return searchIndex;
}

async function search() {
  const query = byId("search").value.trim();
  const turn = ++asked;
  if (!query) return closeResults();
  if (!isIndexed) wait();
  const index = await startIndex();
  // Typing goes on while the index is made: only the last question is answered.
  if (turn === asked) showResults(index.search(query), query);
}

function wait() {
  results = [];
  byId("results").replaceChildren();
  byId("results-count").textContent = "One moment…";
  openResults();
}

function showResults(found, query) {
  results = found.slice(0, MOST_RESULTS).map((each) => entries[each.id]);
  active = -1;
  byId("results").replaceChildren(...results.map(resultItem));
  const words = found.length ? counted(found.length, "result") : `Nothing for “${query}”`;
  byId("search-status").textContent = words;
  byId("results-count").textContent =
    found.length > results.length ? `${words}, the first ${results.length} of them here` : words;
  openResults();
}

function resultItem(entry, place) {
  const where = entry.kind === "unit" ? [] : [" in ", isolated(entry.unit.name)];
  const kind = element("span", { class: "result-kind" }, KINDS_OF_RESULT[entry.kind], ...where);
  const number = entry.number ? [element("b", {}, entry.number), " "] : [];
  const title = element("span", { class: "result-title" }, ...number, isolated(entry.title));
  const attributes = { id: `result-${place}`, role: "option", "aria-selected": "false" };
  return element("li", attributes, title, kind);
}

function openResults() {
  byId("results-panel").hidden = false;
  byId("search").setAttribute("aria-expanded", String(results.length > 0));
  byId("search").removeAttribute("aria-activedescendant");
}

function closeResults() {
  byId("results-panel").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
  byId("search").removeAttribute("aria-activedescendant");
  byId("search-status").textContent = "";
  active = -1;
}

function activate(place) {
  byId(`result-${active}`)?.setAttribute("aria-selected", "false");
  active = (place + results.length) % results.length;
  const item = byId(`result-${active}`);
  item.setAttribute("aria-selected", "true");
  item.scrollIntoView({ block: "nearest" });
  byId("search").setAttribute("aria-activedescendant", item.id);
}

function choose(place) {
  const entry = results[place];
  if (!entry) return;
  closeResults();
  goTo(entry.place);
}

function onSearchKey(event) {
  const isOpen = !byId("results-panel").hidden && results.length > 0;
  if (event.isComposing) return;
  if (event.key === "Escape") {
    if (byId("results-panel").hidden) byId("search").value = "";
    closeResults();
  } else if (isOpen && event.key === "ArrowDown") activate(active + 1);
  else if (isOpen && event.key === "ArrowUp") activate(active < 0 ? results.length - 1 : active - 1);
  else if (isOpen && event.key === "Enter") choose(Math.max(active, 0));
  else return;
  event.preventDefault();
}

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

function startSearch() {
  const box = byId("search");
  box.addEventListener("focus", startIndex, { once: true });
  box.addEventListener("input", search);
  box.addEventListener("keydown", onSearchKey);
  box.addEventListener("blur", closeResults);
  box.addEventListener("focus", search);
  // The box must not lose the focus, and with it the results, before the click is through.
  byId("results-panel").addEventListener("pointerdown", (event) => event.preventDefault());
  byId("results").addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) choose([...byId("results").children].indexOf(item));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
