import type { Page } from "@playwright/test";
import { threadPath } from "@/lib/platform/urls";
import { aMember, daysAgo } from "@/lib/testing/factories";
import { aStatement } from "@/lib/testing/reports";
import { expect, test } from "../support/fixtures";
import { comment, writeComment } from "../support/steps";
import { aQuestion, aStory } from "../support/things";

const news = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^Notifications/ });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`a member watches a thread, hears of a comment, and reading it puts it away${how}`, async ({ enter }) => {
    const thread = await aQuestion();
    const [page, writer] = [await enter(await aMember(), { javaScriptEnabled }), await aMember()];
    await page.goto(threadPath(thread));
    await page.getByRole("button", { name: /^Watch / }).click();
    for (const name of [/^Watching/, /^Following/]) await expect(page.getByRole("button", { name })).toBeVisible();
    const other = await enter(writer, { javaScriptEnabled });
    await other.goto(threadPath(thread));
    await writeComment(other, "It took me three weeks.");

    const fresh = page.getByRole("region", { name: "New", exact: true });
    await expect(async () => {
      await page.goto("/me/notifications");
      await expect(fresh).toContainText(`${writer.handle} wrote`, { timeout: 500 });
    }).toPass();
    await fresh.getByRole("link", { name: thread.title }).click();
    await expect(page).toHaveURL(/#comment-1$/);
    await expect(comment(page, 1)).toContainText("It took me three weeks.");
    await expect(async () => {
      await page.goto("/me/notifications");
      await expect(page.getByRole("region", { name: "Seen before" })).toContainText(thread.title, { timeout: 500 });
    }).toPass();
    await expect(fresh).toHaveCount(0);
  });

  test(`a member puts away all that is new at once${how}`, async ({ enter }) => {
    const author = await aMember();
    const thread = await aQuestion({ author });
    const other = await enter(await aMember(), { javaScriptEnabled });
    await other.goto(threadPath(thread));
    await writeComment(other, "A warm cloth first.");
    const page = await enter(author, { javaScriptEnabled });
    const away = page.getByRole("button", { name: "Put all threads away" });
    await expect(async () => {
      await page.goto("/me/notifications");
      await expect(away).toBeVisible({ timeout: 500 });
    }).toPass();
    await away.click();
    await expect(page.getByRole("region", { name: "Seen before" })).toContainText(thread.title);
    await expect(away).toHaveCount(0);
  });

  test(`letters and reminders stand above the threads until they are opened or told${how}`, async ({ enter }) => {
    const member = await aMember();
    const thread = await aQuestion({ author: member });
    const statement = await aStatement({ thread });
    const story = await aStory({ author: member, answers: { remind: "here", toldAt: daysAgo(31) } });
    const page = await enter(member, { javaScriptEnabled });
    await page.goto("/me/notifications");
    const fresh = page.getByRole("region", { name: "New", exact: true });
    await expect(fresh.getByRole("link", { name: "How is it now?" })).toHaveAttribute(
      "href",
      `/me/testimonials/${story.id}/follow-up?after=30_days`,
    );
    await expect(news(page)).toHaveAccessibleName("Notifications 1 new");
    await fresh.getByRole("link", { name: thread.title }).click();
    await expect(page).toHaveURL(new RegExp(`/me/statements/${statement.id}$`));
    await page.goto("/me/notifications");
    await expect(fresh.getByRole("link", { name: "How is it now?" })).toBeVisible();
    await expect(fresh.getByRole("link", { name: thread.title })).toHaveCount(0);
    await expect(news(page)).toHaveAccessibleName("Notifications");
  });
}

const shown = (page: Page) => page.locator("html").getAttribute("data-unread");

/** Where everything of a page stands that has words, a control or a picture. */
const places = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("body *")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.tagName}.${element.getAttribute("class") ?? ""} ${x} ${y} ${width} ${height}`;
    }),
  );

for (const theme of ["light", "attack"]) {
  test(`how much is new comes while a page stands open, and nothing moves, ${theme}`, async ({ enter }) => {
    const author = await aMember();
    const thread = await aQuestion({ author });
    const [page, second, other] = [await enter(author), await enter(author), await enter(await aMember())];
    for (const each of [page, second])
      await each.context().addCookies([{ name: "theme", value: theme, url: process.env.E2E_URL ?? "" }]);
    await page.setViewportSize({ width: 375, height: 800 });
    const listening = [page, second].map((each) => each.waitForRequest(/\/api\/live$/));
    await page.goto("/techniques");
    await second.goto("/me/settings");
    await Promise.all(listening);
    expect(await shown(page)).toBe("none");
    const before = await places(page);
    await other.goto(threadPath(thread));
    await writeComment(other, "A dark room first.");
    await expect.poll(() => shown(page), { timeout: 20_000 }).toBe("1");
    await expect.poll(() => shown(second), { timeout: 20_000 }).toBe("1");
    // The hidden word "new" is the one thing that is there now and was not.
    const after = await places(page);
    expect(after.filter((line) => !line.includes("when-news"))).toEqual(
      before.filter((line) => !line.includes("when-news")),
    );
    await expect(news(page)).toHaveAccessibleName("Notifications 1 new");
    await page.goto(threadPath(thread));
    await expect.poll(() => shown(second), { timeout: 20_000 }).toBe("none");
  });
}

test("how much is new stands in the page itself, and not for visitors", async ({ enter, page: visitor }) => {
  const author = await aMember();
  const thread = await aQuestion({ author });
  const other = await enter(await aMember(), { javaScriptEnabled: false });
  await other.goto(threadPath(thread));
  await writeComment(other, "A warm cloth first.");
  const page = await enter(author, { javaScriptEnabled: false });
  await expect(async () => {
    await page.goto("/techniques");
    expect(await shown(page)).toBe("1");
  }).toPass();
  await news(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Notifications" })).toBeVisible();
  await visitor.goto("/techniques");
  await expect(visitor.getByRole("link", { name: /Notifications/ })).toHaveCount(0);
});
