// The other language is a plain link to the same page; here it also keeps the place on the page and remembers the choice.
{
  const KEY = "governing-together/turned";
  // a page has the same parts in both languages, though not of the same height
  const parts = () => [...document.querySelectorAll("article :is(h1, h2, h3, p, li, tr, .gt-widget):not(.gt-widget *)")];
  const line = () => innerHeight / 3;

  /** Which part is read, and how far down: widgets are as high in both languages, prose is not. */
  const place = () => {
    const all = parts();
    const at = all.findLastIndex((part) => {
      const { top, height } = part.getBoundingClientRect();
      return height && top < line(); // what is folded away has no height
    });
    if (at < 0) return null;
    const { top, height } = all[at].getBoundingClientRect();
    return { at, down: all[at].matches(".gt-widget") ? line() - top : (line() - top) / height };
  };

  const goTo = ({ at, down }) => {
    const part = parts()[at];
    if (!part) return;
    const scroll = (by) => scrollBy({ top: part.getBoundingClientRect().top - line() + by, behavior: "instant" });
    if (!part.matches(".gt-widget")) return scroll(down * part.getBoundingClientRect().height);
    if (part.matches("[data-live]")) return scroll(down);
    // it is another height than its picture: first its head, and its part once it is drawn, unless the reader goes elsewhere
    scroll(line() / 2);
    const left = scrollY;
    new MutationObserver((_, observer) => {
      observer.disconnect();
      if (Math.abs(scrollY - left) < 2) scroll(down);
    }).observe(part, { attributeFilter: ["data-live"] });
  };

  const link = document.querySelector(".language");
  link?.addEventListener("click", () => {
    link.search = location.search;
    link.hash = location.hash;
    try {
      localStorage.setItem("language", link.dataset.choice);
      sessionStorage.setItem(KEY, JSON.stringify({ page: link.pathname, place: place() }));
    } catch { /* asked again next time, and at the top of the page */ }
  });

  // after the browser itself has gone to what the address names
  addEventListener("load", () => {
    try {
      const turned = JSON.parse(sessionStorage.getItem(KEY));
      sessionStorage.removeItem(KEY);
      if (turned?.place && turned.page === location.pathname) goTo(turned.place);
    } catch { /* a storage that is closed, or holds something else */ }
  });
}
