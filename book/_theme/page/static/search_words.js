// What Sphinx's searchtools.js expects of its own doctools.js, without the `new Function` that our policy forbids:
// the words it shows come from the page, in the page's language.
const SPHINX_HIGHLIGHT_ENABLED = false;
// Opened from a folder or a memory stick, pages may not be read for excerpts; the results are shown without.
if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
const Documentation = (() => {
  const shown = document.getElementById("search-results").dataset;
  const words = {
    "Searching": shown.searching,
    "Preparing search...": "",
    "Search Results": shown.results,
    "Search finished, found ${resultCount} page(s) matching the search query.": shown.found,
  };
  return { gettext: (text) => words[text] ?? (text.startsWith("Your search did not match") ? shown.none : text) };
})();
const _ = Documentation.gettext;
const _ready = (callback) => document.addEventListener("DOMContentLoaded", callback);
