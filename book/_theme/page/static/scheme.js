// Runs before the first paint, so that a chosen colour scheme never flashes the other one.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  let chosen = null;
  try { chosen = localStorage.getItem("scheme"); } catch { /* storage may be forbidden: the system's scheme stays */ }
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
})();
