import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import axe, { type RunOnly } from "axe-core";

// Half as long as `axe.source`, and each page reads it anew.
const source = readFileSync(join(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const ofColours = axe.getRules(tags).filter((rule) => rule.tags.includes("cat.color"));
/** All of them that ask how large something is, where it stands or whether it can be scrolled. */
const ofPlaces = ["target-size", "scrollable-region-focusable", "css-orientation-lock"];

const rules = {
  all: { type: "tag", values: tags },
  "of colours and places": { type: "rule", values: [...ofColours.map(({ ruleId }) => ruleId), ...ofPlaces] },
  "of places": { type: "rule", values: ofPlaces },
} satisfies Record<string, RunOnly>;

/**
 * What axe has against the page that is open: one line for each fault, empty for none. By hand and not by axe's own
 * wrapper, which carries everything that was right out of the page as well, and takes three times as long.
 */
export async function faultsOf(page: Page, which: keyof typeof rules = "all"): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  return page.evaluate(async (runOnly) => {
    const here = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await here.run(document, { runOnly, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.slice(0, 3).map(({ target, any }) => `${id} (${help}) at ${target.join(" ")}: ${any[0]?.message ?? ""}`),
    );
  }, rules[which]);
}
