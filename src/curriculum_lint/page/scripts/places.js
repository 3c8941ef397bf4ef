// Going to a place of the page, also to one that is closed or not written yet.

function goTo(id) {
  if (decodeURIComponent(location.hash.slice(1)) === id) reveal(id);
  else location.hash = linkTo(id);
}

function reveal(id) {
  const unit = unitOfPlace(id);
  if (unit) fillExercises(unit);
  const place = byId(id);
  if (!place) return;
  place.closest("details:not([open])")?.setAttribute("open", "");
  place.focus({ preventScroll: true });
  bringIntoView(place, /^(exercise|concept)\//.test(id) ? "center" : "start");
}

/** In a long page what is above gets its height only when it is near: the place moves once more. */
function bringIntoView(place, block, turns = 8) {
  place.scrollIntoView({ block });
  const before = place.getBoundingClientRect().top;
  const again = () => {
    if (Math.abs(place.getBoundingClientRect().top - before) > 1) bringIntoView(place, block, turns - 1);
  };
  if (turns) requestAnimationFrame(() => requestAnimationFrame(again));
}

function unitOfPlace(id) {
  if (id.startsWith("exercise/")) return unitOfTask.get(id);
  return unitByKey.get(id.slice("unit/".length));
}

function startPlaces() {
  const follow = () => {
    try {
      reveal(decodeURIComponent(location.hash.slice(1)));
    } catch {
      // A fragment that is no text leads nowhere.
    }
  };
  addEventListener("hashchange", follow);
  // A second click on a link is no change of the address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) follow();
  });
  if (location.hash.length > 1) follow();
}
