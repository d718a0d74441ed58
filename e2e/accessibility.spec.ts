import { roundOf, type Somebody } from "./support/addresses";
import { faultsOf } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { drawing, overflowing, smallTargets } from "./support/targets";

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

/** Each page is opened once and looked at from all sides: a theme is one attribute, and a window can be made narrow. */
for (const who of everybody) {
  test(`anybody can use every page in every theme, on a phone and with large letters: ${who}`, async ({ enter }) => {
    test.setTimeout(400_000);
    const { person, paths } = await roundOf(who);
    const page = await enter(person, { colorScheme: "light" });
    const choose = (theme: string) =>
      page.evaluate((chosen) => void (document.documentElement.dataset.theme = chosen), theme);
    const faults: string[] = [];
    for (const path of paths) {
      const note = (as: string, found: string[]) => faults.push(...found.map((fault) => `${path}, ${as}: ${fault}`));
      await page.setViewportSize(wide);
      await page.goto(path);
      let drawn = "";
      for (const { theme, device } of themes) {
        await page.emulateMedia({ colorScheme: device });
        await choose(theme);
        const before = drawn;
        drawn = await page.evaluate(drawing);
        // Where nothing but colours has changed, nothing but what is about colours can be wrong now.
        note(theme, await faultsOf(page, drawn === before ? "of colours" : "all"));
      }
      await page.setViewportSize(phone);
      for (const theme of ["attack", "light"]) {
        await choose(theme);
        note(`narrow, ${theme}`, await page.evaluate(overflowing));
        note(`narrow, ${theme}`, await page.evaluate(smallTargets, { target: 44, inText: 24 }));
      }
      note("narrow", await faultsOf(page));
      await page.setViewportSize(large);
      await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"));
      note("large letters", await page.evaluate(overflowing));
      note("large letters", await faultsOf(page));
    }
    expect(faults).toEqual([]);
  });
}
