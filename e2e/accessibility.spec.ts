import { roundOf, type Somebody } from "./support/addresses";
import { faultsOf } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { overflowing, smallTargets } from "./support/targets";

const everybody: Somebody[] = ["visitor", "joining", "member", "staff", "editor"];
const themes = [
  { theme: "auto", device: "dark" },
  { theme: "light", device: "light" },
  { theme: "dark", device: "light" },
  { theme: "attack", device: "light" },
] as const;

for (const who of everybody) {
  for (const { theme, device } of themes) {
    test(`axe has nothing against any page: ${who}, ${theme}`, async ({ enter }) => {
      test.setTimeout(240_000);
      const { person, paths } = await roundOf(who);
      const page = await enter(person, { colorScheme: device });
      await page.context().addCookies([{ name: "theme", value: theme, url: process.env.E2E_URL ?? "" }]);
      const faults: string[] = [];
      for (const path of paths) {
        await page.goto(path);
        for (const fault of await faultsOf(page)) faults.push(`${path}: ${fault}`);
      }
      expect(faults).toEqual([]);
    });
  }

  test(`every page fits on a narrow phone: ${who}`, async ({ enter }) => {
    test.setTimeout(240_000);
    const { person, paths } = await roundOf(who);
    const page = await enter(person, { viewport: { width: 320, height: 640 } });
    const faults: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      const complaints = [
        ...(await page.evaluate(overflowing)),
        ...(await page.evaluate(smallTargets, { target: 44, inText: 24 })),
        ...(await faultsOf(page)),
      ];
      faults.push(...complaints.map((complaint) => `${path}: ${complaint}`));
    }
    expect(faults).toEqual([]);
  });

  test(`every page holds twice the text size: ${who}`, async ({ enter }) => {
    test.setTimeout(240_000);
    const { person, paths } = await roundOf(who);
    const page = await enter(person, { viewport: { width: 640, height: 900 } });
    const faults: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"));
      for (const fault of [...(await page.evaluate(overflowing)), ...(await faultsOf(page))]) {
        faults.push(`${path}: ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  });
}
