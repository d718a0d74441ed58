import type { Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { aMember, aTestimonial, aWord, daysAgo } from "@/lib/testing/factories";
import { aWatchedPhrase } from "@/lib/testing/screening";
import { wordIsIn } from "@/lib/testing/words";
import { faultsOf } from "../support/axe";
import { expect, test } from "../support/fixtures";
import { fillPost, fillTestimonial, hydrated } from "../support/steps";
import { aQuestion, techniqueOf, threadsOf } from "../support/things";

const card = (page: Page) => page.getByRole("alert").filter({ hasText: "Nothing has been sent or kept" });
const crisis = (page: Page) => card(page).getByRole("heading", { name: "This sounds very hard. You matter to us." });
const redFlag = (page: Page) =>
  card(page).getByRole("heading", { name: "Some of this should be looked at by a doctor" });

async function reasonsOf(threadId: number): Promise<string[]> {
  const rows = await db.execute<{ reason: string }>(sql`SELECT reason FROM cases WHERE thread_id = ${threadId}`);
  return rows.map(({ reason }) => reason);
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`words of despair are met with care before they are sent, and nothing is kept until then${how}`, async ({
    enter,
  }) => {
    const thread = await aQuestion();
    const page = await enter(await aMember(), { javaScriptEnabled });
    const word = aWord();
    const words = `Night after night, ${word}, and I want to die.`;
    await page.goto(`/posts/${thread.id}/${thread.slug}`);
    if (javaScriptEnabled) await hydrated(page);
    await page.getByLabel("Your comment").fill(words);
    await page.getByRole("button", { name: "Post comment" }).click();
    if (!javaScriptEnabled) await page.getByRole("link", { name: "Please read this first" }).click();
    await expect(crisis(page)).toBeInViewport();
    await expect(redFlag(page)).toHaveCount(0);
    await expect(card(page)).toContainText("call your emergency number");
    await expect(card(page).getByRole("link", { name: "help lines where you live" })).toBeVisible();
    await expect(page.getByLabel("Your comment")).toHaveValue(words);
    expect(await wordIsIn(word)).toEqual([]);
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Post comment" }).click();
    await expect(page.getByRole("article", { name: /^Comment 1 by / })).toContainText(word);
    await expect.poll(() => reasonsOf(thread.id), "a case, opened by a job").toEqual(["worried_about_person"]);
  });

  test(`a note of the moderators is read once, and the words are sent all the same${how}`, async ({ enter }) => {
    const { phrase } = await aWatchedPhrase({ act: "note", note: "Is this from your own experience?" });
    const thread = await aQuestion();
    const page = await enter(await aMember(), { javaScriptEnabled });
    await page.goto(`/posts/${thread.id}/${thread.slug}`);
    if (javaScriptEnabled) await hydrated(page);
    await page.getByLabel("Your comment").fill(`Somebody told me of ${phrase}.`);
    await page.getByRole("button", { name: "Post comment" }).click();
    await expect(card(page)).toContainText("Is this from your own experience?");
    await page.getByRole("button", { name: "Post comment" }).click();
    await expect(page.getByRole("article", { name: /^Comment 1 by / })).toContainText(phrase);
  });

  test(`a phrase that is refused says so, and the text is kept${how}`, async ({ enter }) => {
    const { phrase } = await aWatchedPhrase({ act: "block", note: "Please name no prices." });
    const thread = await aQuestion();
    const page = await enter(await aMember(), { javaScriptEnabled });
    await page.goto(`/posts/${thread.id}/${thread.slug}`);
    if (javaScriptEnabled) await hydrated(page);
    await page.getByLabel("Your comment").fill(`Only for ${phrase}.`);
    await page.getByRole("button", { name: "Post comment" }).click();
    await expect(page.getByText("Please name no prices.")).toBeVisible();
    await expect(page.getByLabel("Your comment")).toHaveValue(`Only for ${phrase}.`);
  });
}

test("the card takes the focus, and nothing above it moves", async ({ enter }) => {
  const page = await enter(await aMember());
  await page.goto("/write/post?technique=shiatsu");
  await hydrated(page);
  await fillPost(page, { title: "What do you do at night?", text: "It is day nine, and I want to die." });
  const above = () =>
    page
      .locator("main :is(h1, legend, label, input:not([type=hidden]), textarea)")
      .evaluateAll((all) =>
        all.filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect().top + window.scrollY),
      );
  const before = await above();
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(card(page)).toBeFocused();
  expect(await above()).toEqual(before);
});

test("other words bring another card, and the same ones none", async ({ enter }) => {
  const author = await aMember();
  const page = await enter(author);
  await page.goto("/write/post?technique=shiatsu");
  await hydrated(page);
  const title = `What do you do at night ${aWord()}?`;
  await fillPost(page, { title, text: "This is the worst headache of my life, and it came on suddenly." });
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(redFlag(page)).toBeVisible();
  await expect(crisis(page)).toHaveCount(0);
  await page
    .getByLabel("Your text")
    .fill("This is the worst headache of my life, it came on suddenly, and I want to die.");
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(crisis(page)).toBeVisible();
  expect(await threadsOf(author)).toBe(0);
  await page.getByLabel("Your text").fill("It came on suddenly, the worst headache of my life. I want to die.");
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

test("on a phone the card stands with the button of the last question", async ({ enter }) => {
  const page = await enter(await aMember(), { viewport: { width: 375, height: 800 } });
  await page.goto("/write/testimonial?technique=shiatsu");
  await hydrated(page);
  await page.getByRole("button", { name: "Show all questions at once" }).click();
  await fillTestimonial(page, { effect: "No change", story: "Nothing helps, and I want to die." });
  await page.getByRole("button", { name: "Show one question at a time" }).click();
  await page.goto(`${page.url().split("#")[0]}#step-remind`);
  await page.getByRole("button", { name: "Tell it" }).click();
  await expect(card(page)).toBeFocused();
  await expect(page.getByRole("button", { name: "Tell it" })).toBeVisible();
  await page.getByRole("button", { name: "Tell it" }).click();
  await expect(page.getByRole("region", { name: "The answers" })).toBeVisible();
});

test("a follow-up is met with care, too", async ({ enter }) => {
  const author = await aMember();
  const technique = await techniqueOf("shiatsu");
  const told = await aTestimonial({ author, techniqueId: technique.id, answers: { toldAt: daysAgo(40) } });
  const page = await enter(author);
  await page.goto(`/me/testimonials/${told.id}/follow-up?after=30_days`);
  await hydrated(page);
  await page.getByRole("group", { name: "What did it do, all in all?" }).getByLabel("No change").check();
  await page.getByRole("group", { name: "Did anything unwanted happen?" }).getByLabel("Nothing").check();
  await page.getByLabel("Your note (optional)").fill("I want to die.");
  await page.getByRole("button", { name: "Tell how it is now" }).click();
  await expect(crisis(page)).toBeVisible();
  await page.getByRole("button", { name: "Tell how it is now" }).click();
  await expect(page.getByText("I want to die.")).toBeVisible();
});

test("what to do if everything is too much stands where the card leads", async ({ page }) => {
  await page.goto("/safety#too-much");
  await expect(page.getByRole("heading", { name: "If everything is too much" })).toBeInViewport();
  await expect(page.getByRole("link", { name: "findahelpline.com" })).toBeVisible();
});
