// The list of contents: a drawer on a narrow screen, and a mark at the section being read.
{
  const menu = document.querySelector(".menu");
  const contents = document.getElementById("contents");

  const open = (wanted) => {
    menu.setAttribute("aria-expanded", String(wanted));
    contents.classList.toggle("open", wanted);
    if (wanted) contents.querySelector("a").focus();
  };

  menu.addEventListener("click", () => open(menu.getAttribute("aria-expanded") !== "true"));
  contents.addEventListener("click", (event) => { if (event.target.closest("a")) open(false); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !contents.classList.contains("open")) return;
    open(false);
    menu.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (contents.classList.contains("open") && !event.target.closest("#contents, .menu")) open(false);
  });

  const links = new Map([...contents.querySelectorAll('a[href^="#"]:not([href="#"])')].map((a) => [decodeURIComponent(a.hash.slice(1)), a]));
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  let marked;
  // only when the mark moves, so that who scrolls the list keeps their place; the page itself stays where it is
  const bringIntoSight = () => {
    const link = contents.querySelector('[aria-current="location"]') ?? contents.querySelector('[aria-current="page"]');
    if (!link || link === marked || contents.matches(":hover, :focus-within")) return;
    marked = link;
    const [list, line] = [contents, link].map((element) => element.getBoundingClientRect());
    if (line.top < list.top || line.bottom > list.bottom) contents.scrollTop += line.top - list.top - list.height / 3;
  };
  const mark = () => {
    const reached = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3).pop();
    for (const [id, a] of links) {
      if (reached && id === reached.id) a.setAttribute("aria-current", "location");
      else a.removeAttribute("aria-current");
    }
    bringIntoSight();
  };
  let waiting = false;
  const markSoon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  };
  addEventListener("scroll", markSoon, { passive: true });
  // what stands where is asked only once all of it is there: asking early lays the page out once more
  addEventListener("load", markSoon);
}
