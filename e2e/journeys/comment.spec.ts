import type { Page } from "@playwright/test";
import { threadPath } from "@/lib/platform/urls";
import { aComment, aDraft, aMember, aWord, daysAgo } from "@/lib/testing/factories";
import { expect, test } from "../support/fixtures";
import { comment, hydrated, writeComment } from "../support/steps";
import { aQuestion } from "../support/things";

test("a member answers the thread, then one comment of it by its number", async ({ page, enter }) => {
  const thread = await aQuestion();
  await aComment({ thread });
  await aComment({ thread });
  const writing = await enter(await aMember());
  await writing.goto(`/posts/${thread.id}/${thread.slug}`);
  await hydrated(writing);
  await comment(writing, 2).getByRole("link", { name: "Reply" }).click();
  await expect(writing.getByLabel("Your comment")).toBeFocused();
  await expect(writing.getByLabel("Reply to comment number")).toHaveValue("2");
  const words = `I know this ${aWord()} too.`;
  await writeComment(writing, words, "2");
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  await expect(page.getByRole("heading", { name: "3 comments" })).toBeVisible();
  await expect(comment(page, 3)).toContainText(words);
  await comment(page, 3).getByRole("link", { name: "to no. 2" }).click();
  await expect(comment(page, 2)).toBeInViewport();
});

test("a reply to a number that is not there is refused, and the text is kept", async ({ enter }) => {
  const thread = await aQuestion();
  const page = await enter(await aMember());
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  await page.getByLabel("Your comment").fill("To somebody who is not here.");
  await page.getByLabel("Reply to comment number").fill("9");
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByText("The comment that you are replying to is not here any more.")).toBeVisible();
  await expect(page.getByLabel("Your comment")).toHaveValue("To somebody who is not here.");
});

test("the address of a comment leads to its page and its place", async ({ page }) => {
  const thread = await aQuestion();
  const author = await aMember();
  for (let position = 1; position <= 30; position += 1) await aComment({ thread, author });
  await aComment({ thread, author, replyToPosition: 3 });
  const path = `/posts/${thread.id}/${thread.slug}`;
  await page.goto(`${path}?page=2#comment-30`);
  await expect(comment(page, 30)).toBeInViewport();
  await comment(page, 31).getByRole("link", { name: "to no. 3" }).click();
  await expect(comment(page, 3)).toBeInViewport();
  await page.getByRole("navigation", { name: "Pages of comments" }).getByRole("link", { name: "Page 2" }).click();
  await expect(comment(page, 21)).toBeVisible();
  await comment(page, 29).getByRole("link", { name: "no. 29" }).click();
  expect(page.url()).toContain("?page=2#comment-29");
});

test("a comment of one's own lands on the last page", async ({ enter }) => {
  const thread = await aQuestion();
  const author = await aMember();
  for (let position = 1; position <= 20; position += 1) await aComment({ thread, author });
  const page = await enter(await aMember());
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  await writeComment(page, "This is the first on the second page.");
  await expect(comment(page, 21)).toContainText("This is the first on the second page.");
  await expect(comment(page, 21)).toBeInViewport();
});

test("a reaction is counted, replaced and taken back", async ({ page, enter }) => {
  const thread = await aQuestion();
  await aComment({ thread });
  const path = `/posts/${thread.id}/${thread.slug}`;
  const reading = await enter(await aMember());
  await reading.goto(path);
  await hydrated(reading);
  const same = comment(reading, 1).getByRole("button", { name: "Same here" });
  const hug = comment(reading, 1).getByRole("button", { name: "Hug" });
  await same.click();
  await expect(same).toHaveText("Same here1");
  await hug.click();
  await expect(hug).toHaveText("Hug1");
  await expect(same).toHaveText("Same here");
  await reading.reload();
  await expect(hug).toHaveAttribute("aria-pressed", "true");
  await hug.click();
  await expect(hug).toHaveText("Hug");
  await page.goto(path);
  await expect(comment(page, 1)).toBeVisible();
  await expect(comment(page, 1).getByRole("button", { name: "Hug" })).toBeHidden();
});

test("a new comment waits below until the reader asks for it, and nothing above moves", async ({ enter }) => {
  const thread = await aQuestion();
  for (let position = 1; position <= 3; position += 1) await aComment({ thread });
  const path = `/posts/${thread.id}/${thread.slug}`;
  const [reading, writing] = [await enter(await aMember()), await enter(await aMember())];
  await reading.goto(path);
  await hydrated(reading);
  const boxes = () =>
    reading
      .locator("main :is(h1, h2, p, li, form)")
      .evaluateAll((all) => all.map((each) => JSON.stringify(each.getBoundingClientRect())));
  const before = await boxes();
  await writing.goto(path);
  await writeComment(writing, "I came a little later.");
  const show = reading.getByRole("button", { name: "1 new comment. Show it" });
  await expect(show).toBeVisible();
  expect(await boxes()).toEqual(before);
  await expect(comment(reading, 4)).toHaveCount(0);
  await show.scrollIntoViewIfNeeded();
  const above = await comment(reading, 3).boundingBox();
  await show.click();
  await expect(comment(reading, 4)).toContainText("I came a little later.");
  expect(await comment(reading, 3).boundingBox()).toEqual(above);
  await expect(show).toBeHidden();
});

test("who presses “Reply” before a draft is back gets the draft's words and the number that they pressed", async ({
  enter,
}) => {
  const member = await aMember();
  const thread = await aQuestion();
  for (let n = 1; n <= 2; n += 1) await aComment({ thread });
  await aDraft({
    author: member,
    place: `comment-${thread.id}`,
    values: { body: ["As I said to the first of you:"], replyTo: ["1"] },
  });
  const page = await enter(member);
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/api/me/drafts?*", (route) => released.then(() => route.continue()));
  const asked = page.waitForRequest("**/api/me/drafts?*");
  await page.goto(threadPath(thread));
  await hydrated(page);
  await comment(page, 2).getByRole("link", { name: "Reply" }).click();
  await asked;
  await expect(page.getByLabel("Your comment")).toHaveValue("");
  release();
  await expect(page.getByLabel("Your comment")).toHaveValue("As I said to the first of you:");
  await expect(page.getByLabel("Reply to comment number")).toHaveValue("2");
});

/** As if somebody looked at another tab, or came back to this one. */
const turn = (page: Page, hidden: boolean) =>
  page.evaluate((now) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => now });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

test("a page that nobody looks at holds no connection, and tells what came when its reader is back", async ({
  enter,
}) => {
  const thread = await aQuestion();
  await aComment({ thread });
  const reading = await enter(await aMember());
  const live = (url: string) => url.endsWith(`/api/threads/${thread.id}/live`);
  let opened = 0;
  reading.on("request", (request) => (opened += Number(live(request.url()))));
  await reading.goto(threadPath(thread));
  await expect.poll(() => opened).toBe(1);
  const closed = reading.waitForEvent("requestfailed", (request) => live(request.url()));
  await turn(reading, true);
  await closed;
  const writing = await enter(await aMember());
  await writing.goto(threadPath(thread));
  await writeComment(writing, "I came while you were away.");
  const show = reading.getByRole("button", { name: "1 new comment. Show it" });
  await expect(show).toBeHidden();
  expect(opened).toBe(1);
  await turn(reading, false);
  await show.click();
  expect(opened).toBe(2);
  await expect(comment(reading, 2)).toContainText("I came while you were away.");
});

test("a writer changes a comment and withdraws it; its number stays", async ({ page, enter }) => {
  const thread = await aQuestion();
  const author = await aMember();
  await aComment({ thread, author });
  await aComment({ thread });
  const path = `/posts/${thread.id}/${thread.slug}`;
  const writing = await enter(author);
  await writing.goto(path);
  await expect(comment(writing, 2).getByRole("link", { name: "Edit" })).toBeHidden();
  await comment(writing, 1).getByRole("link", { name: "Edit" }).click();
  await writing.getByLabel("Your comment").fill("Now it says what I mean.");
  await writing.getByRole("button", { name: "Save" }).click();
  await expect(comment(writing, 1)).toContainText("Now it says what I mean.");
  await comment(writing, 1).getByRole("link", { name: "Withdraw" }).click();
  await writing.getByRole("button", { name: "Withdraw it" }).click();
  await expect(writing.getByText("This comment was withdrawn by the person who wrote it.")).toBeVisible();
  await page.goto(path);
  await expect(page.getByText("Now it says what I mean.")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "1 comment", exact: true })).toBeVisible();
  await expect(comment(page, 2)).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test(`somebody new who calls too many people keeps their words, JavaScript ${javaScriptEnabled}`, async ({
    enter,
  }) => {
    const thread = await aQuestion();
    const page = await enter(await aMember({ joinedAt: daysAgo(1) }), { javaScriptEnabled });
    await page.goto(`/posts/${thread.id}/${thread.slug}`);
    const text = page.getByLabel("Your comment");
    await text.fill("Look, @ana, @ben and @carl.");
    await page.getByRole("button", { name: "Post comment" }).click();
    await expect(page.getByText("call 2 people by name in one text, and this calls 3")).toBeVisible();
    await expect(text).toHaveValue("Look, @ana, @ben and @carl.");
    await expect(page.getByRole("article").filter({ hasText: "Look, @ana" })).toHaveCount(0);
  });
}
