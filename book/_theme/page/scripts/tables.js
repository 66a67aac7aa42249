// A table or formula that fits needs no stop for the keyboard; one that scrolls sideways keeps it.
{
  const boxes = document.querySelectorAll(".scroll[tabindex]");
  const fit = () => boxes.forEach((box) => {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  });
  addEventListener("resize", fit, { passive: true });
  addEventListener("load", fit);
}
