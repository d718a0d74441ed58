/** Runs in the page. What cannot be hit with a thumb: everything that can be pressed and is not high enough. */
export function smallTargets(least: { target: number; inText: number }): string[] {
  const pressable = "a[href], button, summary, select, textarea, input:not([type=hidden])";
  return [...document.querySelectorAll<HTMLElement>(pressable)].flatMap((element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return [];
    // A label belongs to its box, and a card to the link in its heading.
    const area = element.closest("label") ?? element.closest(":is(h2, h3)")?.closest(".card-link") ?? element;
    if (area.classList.contains("skip-link")) return [];
    // What stands in a sentence is as high as its line; everything else is as high as it is drawn.
    const sentence = element.tagName === "A" ? element.parentElement?.closest<HTMLElement>("p, li, dd, td") : null;
    const flows = sentence && getComputedStyle(element).display === "inline";
    const drawn = area.getBoundingClientRect().height;
    const height = flows ? Math.max(drawn, Number.parseFloat(getComputedStyle(sentence).lineHeight)) : drawn;
    const enough =
      sentence && !element.matches(".button, .tool, .tag, .tabs a, .pages a, .nav a") ? least.inText : least.target;
    const words = (element.textContent || element.getAttribute("name") || "").trim().slice(0, 40);
    return height + 0.5 >= enough ? [] : [`${element.tagName} "${words}" is ${height.toFixed(1)} px high`];
  });
}

/** Runs in the page. What stands out of the window to the side, when the page can be scrolled there. */
export function overflowing(): string[] {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) => {
    const { right, width: own } = element.getBoundingClientRect();
    return own > 0 && right > width + 1 && !element.closest(".visually-hidden, .skip-link");
  });
  return wide
    .slice(-3)
    .map((element) => `${element.tagName}.${element.className} "${element.textContent?.slice(0, 30)}"`);
}

/** Runs in the page. Where everything stands and what of it is seen: two themes with the same differ in colours alone. */
export function drawing(): string {
  const boxes = [...document.querySelectorAll("body *")].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const seen = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return [x, y, width, height, seen].join(" ");
  });
  return boxes.join("\n");
}
