// One button goes round: as the system has it, light, dark.
{
  const button = document.querySelector(".scheme");
  const root = document.documentElement;
  const order = ["auto", "light", "dark"];

  const name = () => {
    const now = root.dataset.theme ?? "auto";
    button.setAttribute("aria-label", button.dataset[now]);
    button.title = button.dataset[now];
  };

  button.addEventListener("click", () => {
    const next = order[(order.indexOf(root.dataset.theme ?? "auto") + 1) % order.length];
    if (next === "auto") delete root.dataset.theme;
    else root.dataset.theme = next;
    try { localStorage.setItem("scheme", next); } catch { /* not remembered, but shown */ }
    name();
  });
  name();
}
