import { roundOf, type Somebody } from "./support/addresses";
import { colourFaultsOf, faultsOf } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { overflowing, smallTargets } from "./support/targets";

const everybody: Somebody[] = ["visitor", "joining", "member", "staff", "editor"];
const wide = { width: 1280, height: 900 };
const phone = { width: 320, height: 640 };
const large = { width: 640, height: 900 };

/** Each page is opened once and looked at from all sides: a theme is one attribute, and a window can be made narrow. */
for (const who of everybody) {
  test(`anybody can use every page in every theme, on a phone and with large letters: ${who}`, async ({ enter }) => {
    test.setTimeout(400_000);
    const { person, paths } = await roundOf(who);
    const page = await enter(person, { colorScheme: "light" });
    const faults: string[] = [];
    for (const path of paths) {
      const note = (as: string, found: string[]) => faults.push(...found.map((fault) => `${path}, ${as}: ${fault}`));
      await page.setViewportSize(wide);
      await page.goto(path);
      note("light", await faultsOf(page));
      for (const theme of ["dark", "attack"]) {
        await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
        note(theme, await colourFaultsOf(page));
      }
      await page.setViewportSize(phone);
      for (const theme of ["attack", "light"]) {
        await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
        note(`narrow, ${theme}`, await page.evaluate(overflowing));
        note(`narrow, ${theme}`, await page.evaluate(smallTargets, { target: 44, inText: 24 }));
      }
      note("narrow", await faultsOf(page));
      await page.setViewportSize(large);
      await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"));
      note("large letters", await page.evaluate(overflowing));
    }
    expect(faults).toEqual([]);
  });
}
