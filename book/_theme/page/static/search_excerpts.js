// What Sphinx's searchtools.js does otherwise: an excerpt comes from what is told and marks what was looked for,
// and pages for builders stand below the others.
{
  // Cells, the words of widgets and what is there to be pressed tell nothing; the heading is the link above.
  const UNTOLD = ".cell_input, .gt-widget, .hide > summary, .predict, .citation > .label, button, script, style, h1, h2, h3, h4";
  const BLOCKS = "p, li, dt, dd, th, td, div";
  // Chinese says as much in half the letters.
  const LONGEST = document.documentElement.lang.startsWith("zh") ? 120 : 240;
  const BEFORE = LONGEST / 3;
  const BELOW = 100;

  // The sentences of a page, and then its tables with them.
  const told = (html, anchor) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const part = (anchor && page.getElementById(anchor.slice(1))) || page.querySelector("article");
    part.querySelectorAll(UNTOLD).forEach((node) => node.remove());
    part.querySelectorAll(BLOCKS).forEach((node) => node.append(" "));
    const bare = part.cloneNode(true);
    bare.querySelectorAll("table, .cell").forEach((node) => node.remove());
    return [bare, part].map((one) => one.textContent.replace(/\s+/g, " ").trim());
  };

  // A sign that means something in a pattern stands for itself (a hyphen means nothing, and must not be escaped).
  const literal = (word) => word.replace(/[$()*+./?[\\\]^{|}]/g, "\\$&");

  // An English word is known by its stem: what follows belongs to it, unless two letters are all that was looked for.
  const edges = (word) => [/^\w/.test(word) ? "\\b" : "", /^\w{1,2}$/.test(word) ? "\\b" : ""];
  const pattern = (words) => {
    const escaped = words.sort((a, b) => b.length - a.length).map((word) => edges(word).join(literal(word)));
    return new RegExp(`((?:${escaped.join("|")})\\p{Script=Latin}*)`, "giu");
  };

  // From the beginning of the sentence, if it is near, or of a word.
  const beginning = (text, at) => {
    const from = Math.max(at - BEFORE, 0);
    const [skipped] = from ? text.slice(from, at).match(/^.*?(?:[。！？；]|[.?!] )|^\p{Script=Latin}*/u) : [""];
    return from + skipped.length;
  };

  const marked = (word) => {
    const node = document.createElement("mark");
    node.textContent = word;
    return node;
  };

  Search.makeSearchSummary = (html, stems, anchor) => {
    const texts = told(html, anchor);
    const query = new URLSearchParams(location.search).get("q").trim();
    const [, , , plain] = Search._parseQuery(query);
    const words = pattern([...stems, ...plain, query]);
    // all that was typed, as it was typed, or else the first of its words
    const places = [pattern([query]), words].flatMap((one) => texts.map((text) => ({ text, at: text.search(one) })));
    const { text, at } = places.find((place) => place.at >= 0) ?? { text: texts.find(Boolean) ?? "", at: 0 };
    const from = beginning(text, at);
    const cut = from + LONGEST < text.length;
    const excerpt = text.slice(from, from + LONGEST).replace(cut ? /\p{Script=Latin}*$/u : "", "");
    const summary = document.createElement("p");
    summary.className = "context";
    const parts = excerpt.split(words).map((part, index) => (index % 2 ? marked(part) : part));
    summary.append(from ? "… " : "", ...parts, cut ? " …" : "");
    return summary;
  };

  Scorer.score = ([page, , , , score]) => (page.startsWith("builders/") ? score - BELOW : score);
}
