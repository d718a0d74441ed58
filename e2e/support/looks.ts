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

/** Runs in the page. Which of its parts are seen, and in which colours, borders and pictures. */
export function appearance(): { parts: string; colours: string } {
  const all = [...document.querySelectorAll("body *")];
  const seen = all.map((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  const colours = all
    .filter((_, index) => seen[index])
    .map((element) => {
      const style = getComputedStyle(element);
      const { color, backgroundColor, backgroundImage, borderColor, outlineColor, textDecoration, fill, opacity } =
        style;
      return [color, backgroundColor, backgroundImage, borderColor, outlineColor, textDecoration, fill, opacity].join();
    });
  return { parts: seen.map(Number).join(""), colours: colours.join("\n") };
}

/** Runs in the page. What an attack has no room for: pictures, and letters that are not large. */
export function pictures(): string[] {
  const shown = [...document.querySelectorAll(".avatar, .illustration, main img")].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  );
  const { fontSize } = getComputedStyle(document.body);
  const found = shown.map((element) => `${element.tagName}.${element.classList} is seen`);
  return fontSize === "20px" ? found : [...found, `letters are ${fontSize}`];
}

/** Runs in the page. What it would load from, or send to, another host. */
export function namedAddresses(origin: string): string[] {
  const naming = "link[href], script[src], img[src], source[src], iframe[src], form[action]";
  return [...document.querySelectorAll(naming)]
    .map((each) => each.getAttribute("src") ?? each.getAttribute("href") ?? each.getAttribute("action") ?? "")
    .filter((address) => /^(https?:)?\/\//.test(address) && !address.startsWith(origin));
}
