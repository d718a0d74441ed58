import type { Page } from "@playwright/test";
import { roundOf, type Somebody } from "./support/addresses";
import { faultsOf } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { appearance, namedAddresses, overflowing, pictures, smallTargets } from "./support/looks";

const everybody: Somebody[] = ["visitor", "joining", "member", "staff", "editor"];
const wide = { width: 1280, height: 900 };
const phone = { width: 320, height: 640 };
const large = { width: 640, height: 900 };
const themes = [
  { theme: "light", device: "light" },
  { theme: "auto", device: "dark" },
  { theme: "dark", device: "light" },
  { theme: "attack", device: "light" },
] as const;

/**
 * What axe finds in one page that is looked at from several sides. What is seen decides how much is asked: where only
 * colours are new, only what is about colours can be wrong now; where nothing is but places, only what is about places.
 */
function startLooking(page: Page) {
  const [seen, coloured] = [new Set<string>(), new Set<string>()];
  return async () => {
    const { parts, colours } = await page.evaluate(appearance);
    const which = !seen.has(parts) ? "all" : !coloured.has(parts + colours) ? "of colours and places" : "of places";
    seen.add(parts);
    coloured.add(parts + colours);
    return faultsOf(page, which);
  };
}

/** Each page is opened once and looked at from all sides: a theme is one attribute, and a window can be made narrow. */
for (const who of everybody) {
  test(`anybody can use every page in every theme, on a phone and with large letters, and no page asks another host for anything: ${who}`, async ({
    enter,
    baseURL,
  }) => {
    test.setTimeout(400_000);
    const { person, paths } = await roundOf(who);
    const page = await enter(person);
    const faults: string[] = [];
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== baseURL && protocol !== "data:") faults.push(`${page.url()} asks ${request.url()}`);
    });
    const choose = (theme: string) =>
      page.evaluate((chosen) => void (document.documentElement.dataset.theme = chosen), theme);
    for (const path of paths) {
      const note = (as: string, found: string[]) => faults.push(...found.map((fault) => `${path}, ${as}: ${fault}`));
      await page.emulateMedia({ colorScheme: "light" });
      await page.setViewportSize(wide);
      await page.goto(path);
      note("names another host", await page.evaluate(namedAddresses, baseURL ?? ""));
      const look = startLooking(page);
      const lookOnPhone = startLooking(page);
      for (const { theme, device } of themes) {
        await page.emulateMedia({ colorScheme: device });
        await choose(theme);
        note(theme, await look());
      }
      note("attack", await page.evaluate(pictures));
      await page.setViewportSize(phone);
      for (const theme of ["attack", "light"]) {
        await choose(theme);
        note(`narrow, ${theme}`, await page.evaluate(overflowing));
        note(`narrow, ${theme}`, await page.evaluate(smallTargets, { target: 44, inText: 24 }));
      }
      note("narrow", await lookOnPhone());
      await page.setViewportSize(large);
      await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"));
      note("large letters", await page.evaluate(overflowing));
      note("large letters", await lookOnPhone());
    }
    expect(faults).toEqual([]);
  });
}
