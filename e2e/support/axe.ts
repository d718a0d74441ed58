import type { Page } from "@playwright/test";
import axe from "axe-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe has against the page that is open: one line for each fault, empty for none. */
export function faultsOf(page: Page): Promise<string[]> {
  return analysed(page, { type: "tag", values: tags });
}

/** Only by the rules that look at colours, which is all that another theme can change. */
export function colourFaultsOf(page: Page): Promise<string[]> {
  return analysed(page, { type: "rule", values: ["color-contrast", "link-in-text-block"] });
}

/** By hand and not by axe's own wrapper, which carries everything that was right out of the page as well: three times slower. */
async function analysed(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (chosen) => {
    const here = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await here.run(document, { runOnly: chosen, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.slice(0, 3).map(({ target, any }) => `${id} (${help}) at ${target.join(" ")}: ${any[0]?.message ?? ""}`),
    );
  }, runOnly);
}
