import type { Page } from "@playwright/test";
import { aMember } from "@/lib/testing/factories";
import { expect, test } from "../support/fixtures";
import { endSessions, openSession } from "../support/sessions";
import { answer, consent, fillTestimonial, hydrated, question } from "../support/steps";

const phone = { viewport: { width: 375, height: 800 } };
/** The third testimonial about one technique from one network waits for a moderator, so those that are sent differ. */
const about = (technique: string) => `/write/testimonial?technique=${technique}`;
const address = about("shiatsu");

async function next(page: Page, times = 1): Promise<void> {
  for (let press = 0; press < times; press += 1) await page.getByRole("link", { name: "Next" }).click();
}

test("on a phone there is one question at a time, and Back loses nothing", async ({ enter }) => {
  const page = await enter(await aMember(), phone);
  await page.goto(address);
  await hydrated(page);
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(1);
  await next(page);
  await expect(question(page, 2, "Who gave it")).toBeFocused();
  await expect(question(page, 2, "Who gave it")).toBeInViewport();
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(1);
  await answer(page, "Who gave it?", "A device").check();
  await next(page);
  await expect(question(page, 3, "When, seen from the attack")).toBeFocused();
  await page.goBack();
  await expect(answer(page, "Who gave it?", "A device")).toBeChecked();
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await expect(page.getByLabel("Which technique is it about?")).toHaveValue("shiatsu");
  await page.goto("/techniques");
  await page.goBack();
  await next(page);
  await expect(answer(page, "Who gave it?", "A device")).toBeChecked();
});

test("one question at a time comes before any script does", async ({ enter, tolerate }) => {
  tolerate(/ERR_FAILED/);
  const page = await enter(await aMember(), phone);
  await page.route("**/*.js", (route) => route.abort());
  await page.goto(address);
  await next(page);
  await expect(question(page, 2, "Who gave it")).toBeVisible();
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(1);
});

test("once the needed questions are answered, one press goes to the end", async ({ enter }) => {
  const page = await enter(await aMember(), phone);
  await page.goto(about("myofascial-release"));
  await hydrated(page);
  const enough = page.getByRole("link", { name: "That is enough: go to the end" });
  await next(page);
  await answer(page, "Who gave it?", "I did it myself").check();
  await next(page);
  await answer(page, "When, seen from the attack?", "During an attack").check();
  await next(page, 4);
  await answer(page, "What did it do, all in all?", "No change").check();
  await expect(enough).toHaveCount(0);
  await next(page, 3);
  await answer(page, "Did anything unwanted happen?", "Nothing").check();
  await expect(page.getByRole("button", { name: "Tell it" })).toHaveCount(0);
  await enough.click();
  await expect(page.getByRole("group", { name: "Whose name should stand on it?" })).toBeVisible();
  await next(page, 2);
  await consent(page, "shown").check();
  await next(page);
  await page.getByRole("button", { name: "Tell it" }).click();
  await expect(page.getByRole("region", { name: "The answers" })).toContainText("No change");
});

test("on a phone a refused form opens the first question with a complaint", async ({ enter }) => {
  const page = await enter(await aMember(), phone);
  await page.goto(`${address}#step-remind`);
  await hydrated(page);
  await page.getByRole("button", { name: "Tell it" }).click();
  await expect(question(page, 2, "Who gave it")).toBeInViewport();
  await expect(page.getByRole("group", { name: "Who gave it?" })).toBeFocused();
  await expect(page.getByText("Please say who gave it.")).toBeVisible();
});

test("on a phone all questions can be had at once", async ({ enter }) => {
  const page = await enter(await aMember(), phone);
  await page.goto(address);
  await hydrated(page);
  await page.getByRole("button", { name: "Show all questions at once" }).click();
  await expect(page.getByLabel("Your story (optional)")).toBeVisible();
  await expect(page.getByRole("link", { name: "Next" })).toHaveCount(0);
  await page.getByRole("button", { name: "Show one question at a time" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(1);
});

test("Enter in a line goes on, and sends nothing", async ({ enter }) => {
  const page = await enter(await aMember(), phone);
  await page.goto(`${address}#step-how`);
  await hydrated(page);
  await page.getByLabel("How many minutes at a time?").fill("40");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "What did it do, all in all?" })).toBeFocused();
  await expect(page.getByText("This was not sent yet.")).toHaveCount(0);
});

test("why somebody stopped is asked when they did", async ({ enter }) => {
  const page = await enter(await aMember());
  await page.goto(address);
  await expect(page.getByLabel("If you stopped, why?")).toBeHidden();
  await answer(page, "Do you still do it?", "No, I stopped").check();
  await page.getByLabel("If you stopped, why?").selectOption("The cost");
});

test("a half-filled form outlives its tab, question and all, and goes when it was sent", async ({ enter }) => {
  const page = await enter(await aMember(), phone);
  await page.goto(about("head-and-neck"));
  await hydrated(page);
  await next(page);
  await answer(page, "Who gave it?", "A device").check();
  await next(page, 3);
  await answer(page, "Where on the body?", "Jaw").check();
  await next(page);
  await page.getByLabel("How firm was it?").selectOption("Light");
  await page.getByLabel("How many minutes at a time?").fill("25");
  await page.close({ runBeforeUnload: true });

  const again = await page.context().newPage();
  await again.goto("/write/testimonial");
  await expect(
    again.getByText(/We brought back what you had filled in on .*, about Head and neck massage\./),
  ).toBeInViewport();
  await expect(question(again, 6, "How was it done")).toBeVisible();
  await expect(again.getByLabel("How firm was it?")).toHaveValue("light");
  await expect(again.getByLabel("How many minutes at a time?")).toHaveValue("25");
  await again.getByRole("button", { name: "Show all questions at once" }).click();
  await expect(answer(again, "Where on the body?", "Jaw")).toBeChecked();
  await fillTestimonial(again, { effect: "No change" });
  await again.getByRole("button", { name: "Tell it" }).click();
  await expect(again.getByRole("region", { name: "The answers" })).toContainText("25");
  await again.goto(about("head-and-neck"));
  await hydrated(again);
  await expect(again.getByText("We brought back")).toHaveCount(0);
  await next(again);
  await expect(answer(again, "Who gave it?", "A device")).not.toBeChecked();
});

test("starting anew empties the form and this browser, and can be undone", async ({ enter }) => {
  const page = await enter(await aMember());
  await page.goto(address);
  await hydrated(page);
  await page.getByLabel("Your story (optional)").fill("Half a story");
  await answer(page, "Who gave it?", "A device").check();
  await page.getByRole("button", { name: "Start anew" }).click();
  await expect(page.getByText("Everything is empty again")).toBeFocused();
  await expect(page.getByLabel("Your story (optional)")).toHaveValue("");
  await expect(answer(page, "Who gave it?", "A device")).not.toBeChecked();
  await expect(page.getByLabel("Which technique is it about?")).toHaveValue("shiatsu");
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByLabel("Your story (optional)")).toHaveValue("Half a story");
  await page.reload();
  await expect(answer(page, "Who gave it?", "A device")).toBeChecked();
});

test("members who share a browser do not see each other's answers", async ({ enter }) => {
  const first = await enter(await aMember());
  await first.goto(address);
  await hydrated(first);
  await first.getByLabel("Your story (optional)").fill("Nobody else should read this.");
  await first.getByLabel("Your story (optional)").blur();
  const left = (await first.context().storageState()).origins;
  const second = await enter(await aMember(), { storageState: { cookies: [], origins: left } });
  await second.goto(address);
  await hydrated(second);
  await expect(second.getByRole("button", { name: "Start anew" })).toBeVisible();
  await expect(second.getByLabel("Your story (optional)")).toHaveValue("");
  await second.getByLabel("Your story (optional)").fill("My own.");
  await second.getByLabel("Your story (optional)").blur();
  expect(await second.evaluate(() => Object.keys(localStorage).length)).toBe(2);
});

for (const [javaScriptEnabled, slug, name] of [
  [true, "myofascial-release", "Myofascial release"],
  [false, "trigger-point", "Trigger point therapy"],
] as const) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`a session that ends meanwhile loses nothing${how}`, async ({ enter }) => {
    const member = await aMember();
    const page = await enter(member, { javaScriptEnabled });
    await page.goto(about(slug));
    if (javaScriptEnabled) await hydrated(page);
    const story = "I lay there, and the rain went on.";
    await fillTestimonial(page, { effect: "I cannot tell", story });
    await answer(page, "Did anything else change at that time?", "The season").check();
    await endSessions(member);
    await page.getByRole("button", { name: "Tell it" }).click();
    await expect(page.getByText("You are signed out, so this was not sent.")).toBeVisible();
    await expect(answer(page, "What did it do, all in all?", "I cannot tell")).toBeChecked();
    await expect(answer(page, "Did anything else change at that time?", "The season")).toBeChecked();
    await expect(page.getByLabel("Your story (optional)")).toHaveValue(story);
    await openSession(page.context(), member);
    await page.getByRole("button", { name: "Tell it" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `${name}: I cannot tell` })).toBeVisible();
  });
}
