import type { Page } from "@playwright/test";
import { threadPath } from "@/lib/platform/urls";
import { aBlock, aComment, aMember, aMute, aPost, aTechnique, aWord } from "@/lib/testing/factories";
import { aCase } from "@/lib/testing/reports";
import { expect, test } from "../support/fixtures";
import { comment, hydrated, writeComment } from "../support/steps";
import { aQuestion } from "../support/things";

const row = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });
const title = (page: Page, words: string) => page.getByRole("heading", { level: 1, name: words });
const blockedLine = "You blocked the person who wrote this.";
const wordLine = "A word that you muted stands in this.";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`whoever is blocked is not seen any more, and seen again when the block is taken back${how}`, async ({
    enter,
  }) => {
    const [ben, carl] = [await aMember(), await aMember()];
    const technique = await aTechnique();
    const thread = await aPost({ author: carl, technique });
    const theirs = await aPost({ author: ben, technique });
    await aComment({ thread, author: ben });
    await aComment({ thread, author: carl });
    const page = await enter(await aMember(), { javaScriptEnabled });
    const list = `/techniques/${technique.slug}`;
    await page.goto(list);
    await expect(row(page, theirs.title)).toBeVisible();
    await page.goto(threadPath(thread));
    await comment(page, 1).getByRole("link", { name: ben.handle }).click();
    await page.getByRole("button", { name: `Block ${ben.handle}` }).click();
    await expect(page.getByText(`You blocked ${ben.handle}.`)).toBeVisible();
    await expect(row(page, theirs.title)).toBeHidden();
    await expect(page.getByRole("button", { name: /^Follow/ })).toBeHidden();

    await page.goto(threadPath(thread));
    await expect(comment(page, 2)).toBeVisible();
    await expect(comment(page, 1)).toBeHidden();
    await page.goto(list);
    await expect(row(page, thread.title)).toBeVisible();
    await expect(row(page, theirs.title)).toBeHidden();
    await page.goto(threadPath(theirs));
    await expect(title(page, blockedLine)).toBeVisible();
    await expect(title(page, theirs.title)).toBeHidden();
    await expect(page.getByText(theirs.body)).toBeHidden();
    await page.getByText("Show it this once").click();
    await expect(page.getByText(theirs.body)).toBeVisible();

    await page.goto("/me/settings");
    await page.getByRole("link", { name: "Choose what is kept from you" }).click();
    await page.getByRole("button", { name: `Unblock ${ben.handle}` }).click();
    await expect(page.getByRole("link", { name: ben.handle })).toHaveCount(0);
    await page.goto(threadPath(thread));
    await expect(comment(page, 1)).toBeVisible();
    await page.goto(threadPath(theirs));
    await expect(title(page, theirs.title)).toBeVisible();
    await expect(page.getByText(blockedLine)).toBeHidden();
  });

  test(`whoever is muted is not read any more, and can do all that they could before${how}`, async ({ enter }) => {
    const [ana, ben] = [await aMember(), await aMember()];
    const thread = await aQuestion({ author: ana });
    const theirs = await aQuestion({ author: ben });
    await aComment({ thread, author: ben });
    await aComment({ thread });
    const page = await enter(ana, { javaScriptEnabled });
    await page.goto(`/members/${ben.handle}`);
    await page.getByRole("button", { name: `Mute ${ben.handle}` }).click();
    await expect(page.getByText(`You muted ${ben.handle}.`)).toBeVisible();
    await expect(page.getByRole("button", { name: `Block ${ben.handle}` })).toBeVisible();
    await expect(row(page, theirs.title)).toBeHidden();
    await page.goto(threadPath(thread));
    await expect(comment(page, 2)).toBeVisible();
    await expect(comment(page, 1)).toBeHidden();
    await page.goto(threadPath(theirs));
    await expect(title(page, "You muted the person who wrote this.")).toBeVisible();
    await expect(page.getByText(theirs.body)).toBeHidden();

    const other = await enter(ben, { javaScriptEnabled });
    await other.goto(`/members/${ana.handle}`);
    await other.getByRole("button", { name: `Follow ${ana.handle}` }).click();
    await expect(other.getByRole("button", { name: /^Following/ })).toBeVisible();

    await page.goto("/me/settings/quiet");
    await page.getByRole("button", { name: `Unmute ${ben.handle}` }).click();
    await expect(page.getByRole("link", { name: ben.handle })).toHaveCount(0);
    await page.goto(threadPath(thread));
    await expect(comment(page, 1)).toBeVisible();
  });

  test(`the way back from a block leads to no page from before it${how}`, async ({ enter }) => {
    const ben = await aMember();
    const thread = await aQuestion();
    await aComment({ thread, author: ben });
    const page = await enter(await aMember(), { javaScriptEnabled });
    await page.goto(threadPath(thread));
    await comment(page, 1).getByRole("link", { name: ben.handle }).click();
    await page.getByRole("button", { name: `Block ${ben.handle}` }).click();
    await expect(page.getByText(`You blocked ${ben.handle}.`)).toBeVisible();
    await expect(async () => {
      if (!page.url().includes("/posts/")) await page.goBack();
      expect(page.url()).toContain("/posts/");
    }).toPass();
    await expect(title(page, thread.title)).toBeVisible();
    await expect(comment(page, 1)).toBeHidden();
  });

  test(`a thread, a technique and a word are muted, and heard of again${how}`, async ({ enter }) => {
    const author = await aMember();
    const [technique, other] = [await aTechnique(), await aTechnique()];
    const word = aWord();
    const about = await aPost({ author, technique });
    const thread = await aPost({ author, technique: other });
    const worded = await aPost({ author, technique: other, excerpt: `They said “${word.toUpperCase()}s” again.` });
    const spoken = await aPost({ author, technique: other, body: `It is all about ${word}.` });
    await aComment({ thread: spoken, body: `And ${word}, too.` });
    await aComment({ thread: spoken, body: "I do not mind." });
    const list = `/members/${author.handle}`;
    const page = await enter(await aMember(), { javaScriptEnabled });

    await page.goto(`/techniques/${technique.slug}`);
    await page.getByRole("button", { name: `Mute ${technique.name}` }).click();
    await expect(page.getByRole("button", { name: /^Muted/ })).toBeVisible();
    await expect(row(page, about.title)).toBeVisible();
    await page.goto(threadPath(thread));
    await page.getByRole("button", { name: "Mute this thread" }).click();
    await expect(page.getByRole("button", { name: /^Muted/ })).toBeVisible();
    await expect(title(page, thread.title)).toBeVisible();
    await page.goto(list);
    await expect(row(page, spoken.title)).toBeVisible();
    await expect(row(page, about.title)).toBeHidden();
    await expect(row(page, thread.title)).toBeHidden();

    await page.goto("/me/settings/quiet");
    await page.getByLabel("A word, or some words in a row").fill("a*");
    await page.getByRole("button", { name: "Mute it" }).click();
    await expect(page.getByText("Please use at least 2 letters or digits")).toBeVisible();
    await page.getByLabel("A word, or some words in a row").fill(`${word}*`);
    await page.getByRole("button", { name: "Mute it" }).click();
    await expect(page.getByRole("button", { name: `Unmute ${word}*` })).toBeVisible();
    await page.goto(list);
    await expect(row(page, spoken.title)).toBeVisible();
    await expect(row(page, worded.title)).toBeHidden();
    await page.goto(threadPath(spoken));
    await expect(title(page, wordLine)).toBeVisible();
    await expect(page.getByText(`It is all about ${word}.`)).toBeHidden();
    await expect(comment(page, 2)).toBeVisible();
    await expect(comment(page, 1)).toBeHidden();

    await page.goto("/me/settings/quiet");
    for (const name of [technique.name, thread.title, `${word}*`]) {
      await page.getByRole("button", { name: `Unmute ${name}` }).click();
      await expect(page.getByRole("button", { name: `Unmute ${name}` })).toHaveCount(0);
    }
    await page.goto(list);
    for (const each of [about, thread, worded]) await expect(row(page, each.title)).toBeVisible();
    await page.goto(threadPath(spoken));
    await expect(title(page, spoken.title)).toBeVisible();
    await expect(comment(page, 1)).toBeVisible();
  });

  test(`whoever is blocked cannot react to the words of whoever blocked them${how}`, async ({ enter }) => {
    const [ana, ben] = [await aMember(), await aMember()];
    const thread = await aQuestion({ author: ana });
    await aComment({ thread });
    await aBlock({ by: ana, of: ben });
    const page = await enter(ben, { javaScriptEnabled });
    await page.goto(threadPath(thread));
    if (javaScriptEnabled) await hydrated(page);
    const hug = page.locator(".thread-tools").getByRole("button", { name: "Hug" });
    await hug.click();
    await expect(page.getByText("You cannot react to what this person writes.")).toBeVisible();
    await expect(hug).toHaveText("Hug");
    await page.goto(threadPath(thread));
    await comment(page, 1).getByRole("button", { name: "Hug" }).click();
    await expect(comment(page, 1).getByRole("button", { name: "Hug" })).toHaveText("Hug1");
  });

  test(`whoever reported somebody can block them right after it${how}`, async ({ enter }) => {
    const [ana, ben] = [await aMember(), await aMember()];
    await aCase({ thread: await aQuestion({ author: ben }), reporter: ana });
    const page = await enter(ana, { javaScriptEnabled });
    await page.goto("/me/reports?thanks=report");
    await page.getByRole("button", { name: `Block ${ben.handle}` }).click();
    await expect(page.getByText(`You blocked ${ben.handle}.`)).toBeVisible();
    await page.goto(`/members/${ben.handle}`);
    await expect(page.getByRole("button", { name: `Unblock ${ben.handle}` })).toBeVisible();
  });
}

test("a page that comes back with a refused form keeps things from its reader, too", async ({ enter }) => {
  const [ana, ben] = [await aMember(), await aMember()];
  const thread = await aQuestion();
  await aComment({ thread, author: ben });
  await aComment({ thread, body: "It was botox." });
  await aComment({ thread });
  await aBlock({ by: ana, of: ben });
  await aMute({ by: ana, word: "botox" });
  const page = await enter(ana, { javaScriptEnabled: false });
  await page.goto(threadPath(thread));
  await page.getByLabel("Your comment").fill("To somebody who is not here.");
  await page.getByLabel("Reply to comment number").fill("9");
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByText("The comment that you are replying to is not here any more.")).toBeVisible();
  await expect(comment(page, 3)).toBeVisible();
  await expect(comment(page, 1)).toBeHidden();
  await expect(comment(page, 2)).toBeHidden();
});

test("a comment that comes while somebody reads is kept from them, too", async ({ enter }) => {
  const [ana, ben] = [await aMember(), await aMember()];
  const thread = await aQuestion();
  await aComment({ thread });
  await aBlock({ by: ana, of: ben });
  await aMute({ by: ana, word: "botox" });
  const [reading, writing] = [await enter(ana), await enter(ben)];
  await reading.goto(threadPath(thread));
  await hydrated(reading);
  await writing.goto(threadPath(thread));
  await writeComment(writing, "I came a little later.");
  await reading.getByRole("button", { name: "1 new comment. Show it" }).click();
  await expect(reading.getByText("What came is kept from you")).toBeVisible();
  await expect(comment(reading, 2)).toHaveCount(0);
  const third = await enter(await aMember());
  await third.goto(threadPath(thread));
  await writeComment(third, "They offered botox.");
  await reading.getByRole("button", { name: "1 new comment. Show it" }).click();
  const fourth = await enter(await aMember());
  await fourth.goto(threadPath(thread));
  await writeComment(fourth, "I had a calm evening.");
  await reading.getByRole("button", { name: "1 new comment. Show it" }).click();
  await expect(comment(reading, 4)).toBeVisible();
  await expect(comment(reading, 3)).toHaveCount(0);
});
