// What a link within the curriculum leads to, shown where it stands.

const LONGEST_PREVIEW = 420;
const PATIENCE = 250;
let preview = null;
let previewed = null;
let waitingPreview = 0;

function previewOf(link) {
  if (!link.closest(".prose, .builds-on, .map-words")) return null;
  if (link.pathname !== location.pathname || link.hash.length < 2) return null;
  const heading = placeOf(decodedHash(link));
  if (!heading || !heading.matches("h1, h2, h3, h4, h5, h6")) return null;
  const unit = unitByKey.get(heading.closest(".view")?.dataset.unit);
  const words = textBelow(heading);
  return words && { title: heading.textContent.trim(), where: unit?.name ?? "", words };
}

function decodedHash(link) {
  try {
    return decodeURIComponent(link.hash.slice(1));
  } catch {
    return "";
  }
}

/** The first paragraphs below a heading. */
function textBelow(heading) {
  const start = heading.matches("h1") ? heading.closest(".view").querySelector(".prose > *") : heading.nextElementSibling;
  let words = "";
  for (let each = start; each && !each.matches("h1, h2, h3"); each = each.nextElementSibling) {
    if (each.matches("p:not(.effort, .label)")) words += `${each.textContent.trim()} `;
    if (words.length > LONGEST_PREVIEW / 2) break;
  }
  return words.length > LONGEST_PREVIEW ? `${words.slice(0, words.lastIndexOf(" ", LONGEST_PREVIEW))} …` : words;
}

function showPreview(link) {
  const found = previewOf(link);
  if (!found) return;
  hidePreview();
  preview = element(
    "div",
    { class: "preview", role: "tooltip", id: "page.preview" },
    element("p", { class: "preview-title", dir: "auto" }, found.title),
    element("p", { class: "preview-where", dir: "auto" }, found.where),
    element("p", { dir: "auto" }, found.words),
  );
  document.body.append(preview);
  previewed = link;
  link.setAttribute("aria-describedby", "page.preview");
  placePreview(link.getClientRects()[0]);
}

function placePreview(line) {
  const { width, height } = preview.getBoundingClientRect();
  const left = Math.min(Math.max(12, line.left), innerWidth - width - 12);
  const above = line.top - height - 8;
  preview.style.left = `${left}px`;
  preview.style.top = `${line.bottom + height + 16 < innerHeight || above < 0 ? line.bottom + 8 : above}px`;
}

function hidePreview() {
  clearTimeout(waitingPreview);
  preview?.remove();
  previewed?.removeAttribute("aria-describedby");
  preview = previewed = null;
}

function startPreviews() {
  document.addEventListener("mouseover", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link === previewed && link) return;
    hidePreview();
    if (link) waitingPreview = setTimeout(() => showPreview(link), PATIENCE);
  });
  document.addEventListener("focusin", (event) => {
    hidePreview();
    const link = event.target.closest?.("a[href]");
    if (link?.matches(":focus-visible")) showPreview(link);
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hidePreview());
  addEventListener("scroll", hidePreview);
  onView(hidePreview);
}
