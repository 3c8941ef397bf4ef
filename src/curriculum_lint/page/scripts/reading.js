// Where the reader is: in the contents, in the article, and the next time.

const WIDE = matchMedia("(min-width: 80rem)");
const BELOW_BAR = 200;
let headings = [];

/** The last heading that is above the middle of what is read. */
function headingNow() {
  return headings.findLast((each) => each.getBoundingClientRect().top < BELOW_BAR) ?? null;
}

function markHeading() {
  const heading = headingNow();
  const toc = shownView.querySelector(".toc");
  const address = heading && `#${encoded(heading.id)}`;
  let current = null;
  for (const link of toc?.querySelectorAll("a") ?? []) {
    const isHere = address !== null && encodedHash(link) === address;
    link.toggleAttribute("aria-current", false);
    if (isHere) current = link;
  }
  current?.setAttribute("aria-current", "location");
  if (current && WIDE.matches) keepInSight(toc, current);
  keepPlace(heading);
}

function encodedHash(link) {
  try {
    return `#${encoded(decodeURIComponent(link.hash.slice(1)))}`;
  } catch {
    return link.hash;
  }
}

function keepInSight(list, item) {
  const [room, place] = [list.getBoundingClientRect(), item.getBoundingClientRect()];
  if (place.top < room.top + 40) list.scrollTop -= room.top + 40 - place.top;
  if (place.bottom > room.bottom - 40) list.scrollTop += place.bottom - room.bottom + 40;
}

function keepPlace(heading) {
  const unit = unitByKey.get(shownView.dataset.unit);
  if (!unit) return;
  const anchor = heading ? anchorOf(unit, heading.id) : "";
  const words = heading ? heading.textContent.trim() : unit.name;
  keep(PLACE, JSON.stringify({ unit: unit.key, anchor, title: words }));
}

function anchorOf(unit, id) {
  return curriculum.folder ? id : id.slice(unit.id.length + 1);
}

/** Where the learner was; nothing for a unit that is no longer there. */
function lastPlace() {
  try {
    const { unit, anchor, title } = JSON.parse(kept(PLACE));
    const found = unitByKey.get(unit);
    return found && typeof anchor === "string" ? { unit: found, anchor, title: String(title) } : null;
  } catch {
    return null;
  }
}

function markContents(view) {
  for (const link of part("contents").querySelectorAll("a")) {
    const isHere = curriculum.folder ? link.ariaCurrent === "page" : link.hash === `#${encoded(view.id)}`;
    if (isHere) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
    if (isHere) link.scrollIntoView({ block: "nearest" });
  }
}

function openContents(isOpen) {
  document.body.classList.toggle("contents-open", isOpen);
  part("contents-button").setAttribute("aria-expanded", String(isOpen));
  if (isOpen) part("contents").querySelector('[aria-current="page"], a').focus();
}

function startContents() {
  const button = part("contents-button");
  button.addEventListener("click", () => openContents(button.ariaExpanded !== "true"));
  part("contents").addEventListener("click", (event) => {
    if (event.target.closest("a")) openContents(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || button.ariaExpanded !== "true") return;
    openContents(false);
    button.focus();
  });
}

function startReading() {
  startContents();
  onView((view) => {
    headings = [...view.querySelectorAll(".prose :is(h1,h2,h3)[id]")];
    for (const toc of view.querySelectorAll(".toc")) toc.open = WIDE.matches;
    markContents(view);
    if (view.id === "home") showResume();
  });
  let isWaiting = false;
  addEventListener("scroll", () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      markHeading();
    });
  });
}
