// A table or formula that fits needs no stop for the keyboard; one that scrolls sideways has one.
{
  const fit = (box) => {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  };
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => fit(target)));
  document.querySelectorAll("article .scroll[tabindex]").forEach((box) => sizes.observe(box));
}
