// The whole text as entries for the search: one for each unit, and one for each heading.

const KINDS_OF_RESULT = { unit: "Unit", concept: "Concept", exercise: "Exercise", text: "Text" };

/** The entries: of the texts of a folder of pages, or of those on this page. */
function textEntries(texts = null) {
  return entriesOf((unit) => (texts ? texts[unit.place] : sectionsOf(byId(unit.id))));
}

/** Entries without their texts. */
function titleEntries() {
  return entriesOf((unit) => [...unit.concepts, ...unit.exercises].map(({ title, anchor }) => [title, anchor, ""]));
}

function entriesOf(sections) {
  const found = [];
  for (const unit of units) {
    const title = { kind: "unit", unit, number: unit.label, title: unit.title, text: "", address: unitAddress(unit) };
    found.push(title, ...sections(unit).map((section) => sectionEntry(unit, section)));
  }
  return found.map((entry, id) => ({ id, ...entry }));
}

function sectionEntry(unit, [title, anchor, text]) {
  const exercise = unit.exercises.find((each) => anchor && each.anchor === anchor);
  const isConcept = unit.concepts.some((each) => each.anchor === anchor);
  const kind = exercise ? "exercise" : isConcept ? "concept" : "text";
  const shown = exercise ? exercise.title : title || unit.title;
  const address = anchor ? headingAddress(unit, anchor) : unitAddress(unit);
  return { kind, unit, number: exercise?.number ?? "", title: shown, text, address };
}

/** The sections of an article on this page, as `[title, anchor, text]`. */
function sectionsOf(article) {
  const start = article.id.length + 1;
  const sections = [["", "", ""]];
  const read = (parent) => {
    for (const each of parent.children) {
      if (each.matches("h1, h2, h3, h4, h5, h6")) {
        sections.push([each.textContent.trim(), each.id.slice(start), ""]);
      } else if (each.matches("section, details")) read(each);
      else if (!each.matches(".exercise-foot")) sections.at(-1)[2] += ` ${wordsOf(each)}`;
    }
  };
  const prose = article.querySelector(".prose");
  if (prose) read(prose);
  return sections.filter(([title, , text]) => title || text);
}

function wordsOf(block) {
  const apart = block.matches("ul, ol, table, dl, blockquote, div") ? [...block.querySelectorAll("li, tr, dd, p")] : [];
  const parts = apart.length ? apart.filter((each) => !each.querySelector("li, tr, dd, p")) : [block];
  return parts.map((each) => each.textContent.trim()).join(" ").replace(/\s+/g, " ");
}

/** The texts of all files of a folder: as a script, because a page from disk may read nothing else. */
function loadTexts() {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = ownScript(`${way}page/search.js`);
    script.addEventListener("load", () => resolve(globalThis.curriculumTexts));
    script.addEventListener("error", () => reject(new Error("The texts did not come.")));
    document.head.append(script);
  });
}

/** An address that the page's policy lets a script have: one of its own files. */
function ownScript(address) {
  if (!globalThis.trustedTypes) return address;
  const policy = trustedTypes.createPolicy("curriculum", { createScriptURL: (text) => text });
  return policy.createScriptURL(address);
}
