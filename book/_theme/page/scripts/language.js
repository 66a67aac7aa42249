// The other language is a plain link to the same page; here it also keeps the place on the page and remembers the choice.
{
  const link = document.querySelector(".language");
  link?.addEventListener("click", () => {
    link.search = location.search;
    link.hash = location.hash;
    try { localStorage.setItem("language", link.dataset.choice); } catch { /* asked again next time */ }
  });
}
