// Runs in the head: which colours were chosen, that scripts run at all, and where a link leads.
const root = document.documentElement;
root.classList.add("js");
if (location.hash.length > 1 && location.hash !== "#home") root.classList.add("deep");
try {
  const chosen = localStorage.getItem("curriculum-theme");
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
} catch {
  // Without storage the device decides.
}
