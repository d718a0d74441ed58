import type { Page } from "@playwright/test";
import { aComment, aMember } from "@/lib/testing/factories";
import { expect, test } from "./support/fixtures";
import { hydrated } from "./support/steps";
import { aQuestion } from "./support/things";

/** Runs in the page: gives every place that Tab should reach a number; of radio buttons only one of a group is a place. */
function numberPlaces(): string[] {
  const pressable = "a[href], button, summary, select, textarea, input:not([type=hidden]), [tabindex='0']";
  const groups = new Set<string>();
  const names: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>(pressable)) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    if (element instanceof HTMLInputElement && element.type === "radio") {
      const checked = document.querySelector(`input[name="${element.name}"]:checked`);
      if (groups.has(element.name) || (checked && checked !== element)) continue;
      groups.add(element.name);
    }
    element.dataset.place = String(names.length);
    names.push(`${element.tagName} ${(element.textContent || element.getAttribute("name") || "").trim().slice(0, 40)}`);
  }
  return names;
}

/** Runs in the page: where the focus is, and whether a person sees it there. */
function focused(): { place: number; seen: boolean } {
  const element = document.activeElement as HTMLElement;
  const outlined = element.closest("label") ?? element;
  const { outlineStyle, outlineWidth } = getComputedStyle(outlined);
  const { top, bottom, left, right } = outlined.getBoundingClientRect();
  const within = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  const ring = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  return { place: Number(element.dataset.place ?? -1), seen: within && ring };
}

/** Presses Tab through the page. Returns the names of what was not reached, and of what had no visible focus. */
async function tabThrough(page: Page): Promise<{ missed: string[]; unseen: string[] }> {
  await hydrated(page);
  const names = await page.evaluate(numberPlaces);
  const reached = new Set<number>();
  const unseen: string[] = [];
  for (let press = 0; press < names.length + 5; press += 1) {
    await page.keyboard.press("Tab");
    const { place, seen } = await page.evaluate(focused);
    if (place < 0) continue;
    reached.add(place);
    if (!seen) unseen.push(names[place] ?? "");
  }
  return { missed: names.filter((_, place) => !reached.has(place)), unseen };
}

const nothing = { missed: [], unseen: [] };

test("Tab reaches everything on a thread's page, and shows where it is", async ({ enter }) => {
  const thread = await aQuestion();
  for (let position = 1; position <= 3; position += 1) await aComment({ thread });
  const page = await enter(await aMember());
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  expect(await tabThrough(page)).toEqual(nothing);
});

for (const path of ["/write/post", "/write/testimonial", "/me/settings"]) {
  test(`Tab reaches everything on ${path}`, async ({ enter }) => {
    const page = await enter(await aMember());
    await page.goto(path);
    expect(await tabThrough(page)).toEqual(nothing);
  });
}

test("the first press of Tab offers to skip to the text", async ({ page }) => {
  await page.goto("/techniques");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the text" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("on a phone the bar at the bottom does not hide what has the focus", async ({ enter }) => {
  const thread = await aQuestion();
  for (let position = 1; position <= 5; position += 1) await aComment({ thread });
  const page = await enter(await aMember(), { viewport: { width: 360, height: 640 } });
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  const names = await page.evaluate(numberPlaces);
  const hidden: string[] = [];
  for (let press = 0; press < names.length; press += 1) {
    await page.keyboard.press("Tab");
    const covered = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { top, bottom, left, right } = element.getBoundingClientRect();
      const above = document.elementFromPoint((left + right) / 2, (top + Math.min(bottom, innerHeight)) / 2);
      const bar = above?.closest(".main-nav");
      return bar && !bar.contains(element) ? element.textContent : null;
    });
    if (covered !== null) hidden.push(covered);
  }
  expect(hidden).toEqual([]);
});

test("a whole comment can be written without a mouse", async ({ enter }) => {
  const thread = await aQuestion();
  const page = await enter(await aMember());
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  await hydrated(page);
  await page.getByLabel("Your comment").focus();
  await page.keyboard.type("Written with the keyboard alone.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Post comment" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article").filter({ hasText: "Written with the keyboard alone." })).toBeVisible();
});

test("a refused form takes the focus to what it says, and every field says what is wrong with it", async ({
  enter,
}) => {
  const page = await enter(await aMember());
  await page.goto("/write/post");
  await hydrated(page);
  // The next frame may come before the answer is shown; here it always does. Not before: whoever waits by frames would
  // leave React no turn.
  await page.evaluate(() => {
    window.requestAnimationFrame = (run) => {
      queueMicrotask(() => run(performance.now()));
      return 0;
    };
  });
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This was not sent yet." })).toBeFocused();
  await expect(page.getByText("This was not sent yet.")).toBeInViewport();
  await expect(page.getByLabel("Which technique is it about?")).toHaveAccessibleDescription(
    /Please choose a technique/,
  );
  await expect(page.getByLabel("Title")).toHaveAccessibleDescription(/The title is empty/);
  await expect(page.getByLabel("Your text")).toHaveAccessibleDescription(/Your text is empty/);
});
