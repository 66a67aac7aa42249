// Sends a reader to the language chosen before, or else to the first language of the browser that the book has.
(() => {
  const has = ["en", "zh"];
  let choice = null;
  try { choice = localStorage.getItem("language"); } catch { /* nothing remembered */ }
  if (!has.includes(choice)) {
    const wanted = navigator.languages.map((language) => language.slice(0, 2).toLowerCase());
    choice = wanted.find((language) => has.includes(language)) ?? "en";
  }
  location.replace(`${choice}/index.html`);
})();
