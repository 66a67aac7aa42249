// A question that asks for a prediction opens the drawing in the page's studio; the bold words of the question say of what.
{
  const boldBefore = (offer) => {
    const words = [];
    for (let part = offer.previousElementSibling; part; part = part.previousElementSibling) {
      words.unshift(...[...part.querySelectorAll("strong")].map((strong) => strong.textContent));
      if (part.matches("p") && part.firstElementChild?.matches("strong") && part.firstChild === part.firstElementChild) break;
    }
    return words.slice(1);
  };
  for (const offer of document.querySelectorAll(".predict[hidden]")) {
    offer.hidden = !document.querySelector("[data-widget=studio]");
    offer.firstElementChild.addEventListener("click", () => {
      const detail = { panel: "predict", words: boldBefore(offer), ...offer.dataset };
      document.querySelector(".gt-studio")?.dispatchEvent(new CustomEvent("gt-open", { detail }));
    });
  }
}
