// One view at a time: the path, the map, or an article. Which one, the address says.

const views = [...document.querySelectorAll(".view")];
// A heading of a text may be called so too.
const mapView = views.find((view) => view.id === "map") ?? null;
const title = document.title;
const viewListeners = [];
const ON_MAP = "map:";
let shownView = null;

function onView(listener) {
  viewListeners.push(listener);
}

function show(view) {
  if (view === shownView) return;
  shownView = view;
  views.forEach((each) => each.classList.toggle("shown", each === view));
  document.documentElement.dataset.view = view.matches("article") ? "article" : view.id;
  const heading = view.querySelector("h1")?.textContent.trim();
  document.title = view.id === "home" || !heading ? title : `${heading} · ${curriculum.title}`;
  viewListeners.forEach((listener) => listener(view));
}

/** Shows the place that the address names, scrolled to where the reader left it. */
function follow(scroll) {
  const place = placeOf(nameInAddress());
  const view = place?.closest(".view") ?? views[0];
  show(view);
  chooseNamed(nameInAddress());
  if (scroll !== undefined) scrollTo(0, scroll);
  else if (place && place !== view) arriveAt(place);
  else scrollTo(0, 0);
}

/** The unit that the address names for the map. */
function chooseNamed(name) {
  const unit = name.startsWith(ON_MAP) && unitByKey.get(name.slice(ON_MAP.length));
  if (unit && mapView) chooseOnMap(unit);
}

function nameInAddress() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    // A fragment that is no text leads nowhere.
    return "";
  }
}

function placeOf(name) {
  if (!name) return null;
  if (name.startsWith(ON_MAP)) return mapView;
  return byId(name) ?? document.getElementsByName(name)[0] ?? placeOfTask(name);
}

/** Links of earlier versions named exercises by their keys. */
function placeOfTask(name) {
  return boxes.find((box) => box.dataset.task === name)?.closest(".exercise") ?? null;
}

function arriveAt(place) {
  for (let each = place.closest("details"); each; each = each.parentElement.closest("details")) {
    each.open = true;
  }
  place.scrollIntoView({ block: "start" });
}

function goTo(address) {
  if (address === location.hash) follow();
  else location.href = address;
}

/** Moves the focus to what has come, so that reading and tabbing go on there. */
function focusPlace() {
  const place = placeOf(nameInAddress()) ?? shownView;
  if (!place.matches("a, button, input, [tabindex]")) place.setAttribute("tabindex", "-1");
  place.focus({ preventScroll: true });
}

function startViews() {
  history.scrollRestoration = "manual";
  addEventListener("popstate", (event) => {
    follow(event.state?.scroll);
    focusPlace();
  });
  let waiting = 0;
  addEventListener("scroll", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => history.replaceState({ scroll: scrollY }, ""), 200);
  });
  // A second click on a link is no change of the address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) follow();
  });
  follow(history.state?.scroll);
}
