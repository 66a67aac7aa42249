// A touch on a number tells beside it where it comes from; without scripts the number leads there.
{
  const article = document.querySelector("article[data-origins]");
  const GAP = 6;
  let known;

  const make = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };

  /** What the page's numbers come from, fetched at the first touch. */
  const load = () => {
    known ??= new Promise((resolve, reject) => {
      const script = make("script", { src: article.dataset.origins });
      script.addEventListener("load", () => resolve(script.origins));
      script.addEventListener("error", reject);
      document.head.append(script);
    });
    return known;
  };

  const fact = ({ claim, source, anchor, href }, words) => make("div", { class: "origin-fact" },
    make("p", {}, claim),
    make("p", { class: "origin-source" }, source, make("br", {}), words.anchor, " ", make("q", {}, anchor)),
    make("p", {}, make("a", { href }, words.evidence)));

  const lines = (code, words) => make("details", {},
    make("summary", {}, words.lines), make("pre", { tabindex: "0" }, make("code", {}, code)));

  const answer = (origin, { words, facts, cells }, model) => {
    const from = origin.facts.map((id) => fact(facts[id], words));
    if (origin.stated) return [make("p", { class: "origin-kind" }, words.stated), ...from];
    const kind = make("p", { class: "origin-kind" }, origin.model ? words.model : words.computed);
    const more = origin.model ? [make("p", {}, make("a", { href: model }, words.equations))] : [];
    return [kind, ...(from.length ? [make("p", {}, words.uses)] : []), ...from, ...more, lines(cells[origin.cell], words)];
  };

  const box = make("div", { class: "origin", popover: "", role: "dialog", tabindex: "-1" });

  /** Below the number, or above it where there is more room; never beyond the edge. On a phone at the foot of the window, the number above it. */
  const place = (link) => {
    box.style.cssText = "";
    if (getComputedStyle(box).position === "fixed") {
      scrollBy({ top: Math.max(0, link.getBoundingClientRect().bottom + GAP - box.getBoundingClientRect().top) });
      return;
    }
    const { left, top, bottom } = link.getClientRects()[0];
    const room = document.documentElement.clientWidth - box.offsetWidth - GAP;
    const above = bottom + GAP + box.offsetHeight > innerHeight && top > innerHeight - bottom;
    box.style.setProperty("left", `${Math.max(GAP, Math.min(left, room))}px`);
    box.style.setProperty("top", `${scrollY + (above ? top - GAP - box.offsetHeight : bottom + GAP)}px`);
  };

  const show = async (link) => {
    const origins = await load();
    box.replaceChildren(...answer(origins.numbers[link.dataset.number], origins, link.href));
    box.setAttribute("aria-label", origins.words.title.replace("{number}", link.textContent));
    link.after(box);
    box.showPopover();
    place(link);
    box.focus({ preventScroll: true });
  };

  if (article && "popover" in HTMLElement.prototype) {
    article.addEventListener("click", (event) => {
      const link = event.target.closest("a.number");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(link).catch(() => location.assign(link.href));
    });
    for (const link of article.querySelectorAll("a.number")) link.setAttribute("aria-haspopup", "dialog");
    box.addEventListener("click", (event) => { if (event.target.closest("a")) box.hidePopover(); });
  }
}
