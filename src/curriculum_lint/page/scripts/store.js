// What the browser keeps. It may refuse: in a private window, when full, or by its settings.

const PROGRESS = `curriculum-progress:${curriculum.store}`;
const PLACE = `${PROGRESS}:place`;
const THEME = "curriculum-theme";

function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Whether the browser has kept it. */
function keep(name, text) {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}
