// Runs in the head: which colours were chosen, and that scripts run at all.
const root = document.documentElement;
root.classList.add("js");
try {
  const chosen = localStorage.getItem("curriculum-theme");
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
} catch {
  // Without storage the device decides.
}
