import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import { postComment } from "@/lib/comments/post-comment";
import { threadPath } from "@/lib/platform/urls";
import { actorOf } from "@/lib/testing/actors";
import { aComment, aMember, hoursAgo, type Member } from "@/lib/testing/factories";
import { expect, test } from "../support/fixtures";
import { comment, writeComment } from "../support/steps";
import { aQuestion } from "../support/things";

/** As if the last look at the feed was a while ago: a stay lasts half an hour. */
async function comeBackLater({ id }: Member): Promise<void> {
  await db
    .update(members)
    .set({ feedSeenAt: hoursAgo(2) })
    .where(eq(members.id, id));
}

const following = (page: Page) => page.getByRole("button", { name: /^Following/ });
const watching = (page: Page) => page.getByRole("button", { name: /^Watching/ });
const level = (page: Page, words: string, name: string) =>
  page.getByRole("button", { name: `${words} ${name}`, exact: true });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`a member follows a technique, a thread and a person, and finds them on their page${how}`, async ({ enter }) => {
    const page = await enter(await aMember(), { javaScriptEnabled });
    const thread = await aQuestion();
    const person = await aMember();
    for (const path of ["/techniques/self-massage", threadPath(thread), `/members/${person.handle}`]) {
      await page.goto(path);
      await page.getByRole("button", { name: /^Follow / }).click();
      await expect(following(page)).toBeVisible();
      await page.reload();
      await expect(following(page)).toBeVisible();
    }
    await page.getByRole("link", { name: "My page" }).click();
    await expect(page.getByRole("link", { name: thread.title })).toBeVisible();
    await page.getByRole("link", { name: "What I follow" }).click();
    for (const name of ["Self-massage", thread.title, person.handle]) {
      await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
      await expect(level(page, "Follow", name)).toHaveAttribute("aria-pressed", "true");
    }
    await level(page, "Watch", thread.title).click();
    await expect(level(page, "Watch", thread.title)).toHaveAttribute("aria-pressed", "true");
    await expect(level(page, "Follow", thread.title)).toHaveAttribute("aria-pressed", "false");
    await level(page, "Mute", "Self-massage").click();
    await expect(level(page, "Mute", "Self-massage")).toHaveAttribute("aria-pressed", "true");
    await expect(level(page, "Follow", "Self-massage")).toHaveAttribute("aria-pressed", "false");
    await level(page, "Follow", "Self-massage").click();
    await expect(level(page, "Mute", "Self-massage")).toHaveAttribute("aria-pressed", "false");
    await level(page, "Off", person.handle).click();
    await expect(page.getByRole("link", { name: person.handle, exact: true })).toHaveCount(0);
    await page.goto(threadPath(thread));
    await expect(watching(page)).toBeVisible();
  });

  test(`the feed leads to the first comment that is not read yet${how}`, async ({ enter }) => {
    const thread = await aQuestion();
    const page = await enter(await aMember(), { javaScriptEnabled });
    for (let n = 0; n < 2; n += 1) await aComment({ thread });
    await page.goto(threadPath(thread));
    await page.getByRole("button", { name: /^Follow / }).click();
    await expect(following(page)).toBeVisible();
    for (let n = 0; n < 22; n += 1) await aComment({ thread });
    // Written by its verb, so that the kept page is made anew.
    await postComment(actorOf(await aMember()), { thread: thread.id, replyTo: null, body: "The last one.", key: "" });
    await page.goto("/me");
    await page.getByRole("link", { name: `9+ new since comment 2 in ${thread.title}` }).click();
    await expect(page).toHaveURL(/#comment-3$/);
    await expect(comment(page, 3)).toBeInViewport();
    await expect(async () => {
      await page.goto("/me");
      await expect(page.getByRole("link", { name: thread.title, exact: true })).toBeVisible({ timeout: 500 });
      await expect(page.getByRole("link", { name: /new since/ })).toHaveCount(0, { timeout: 500 });
    }).toPass();
  });

  test(`a member follows what they write in, unless they switched that off${how}`, async ({ enter }) => {
    const [one, two] = [await aQuestion(), await aQuestion()];
    const [off, on] = [
      await enter(await aMember(), { javaScriptEnabled }),
      await enter(await aMember(), { javaScriptEnabled }),
    ];
    await off.goto("/me/settings/following");
    await off.getByLabel("Follow them from then on").uncheck();
    await off.getByRole("button", { name: "Save" }).click();
    await expect(off.getByText("This is saved.")).toBeVisible();
    await off.reload();
    await expect(off.getByLabel("Follow them from then on")).not.toBeChecked();
    for (const [page, thread] of [
      [off, one],
      [on, two],
    ] as const) {
      await page.goto(threadPath(thread));
      await writeComment(page, "Me too.");
    }
    await expect(async () => {
      await on.goto("/me");
      await expect(on.getByRole("link", { name: two.title })).toBeVisible({ timeout: 500 });
    }).toPass();
    await off.goto("/me");
    await expect(off.getByText("Nothing here yet.")).toBeVisible();
  });

  test(`a member stops following, and it is not offered to visitors${how}`, async ({ enter }) => {
    const reader = await enter(await aMember(), { javaScriptEnabled });
    const thread = await aQuestion();
    await aComment({ thread });
    const path = threadPath(thread);
    await reader.goto(path);
    await reader.getByRole("button", { name: /^Follow / }).click();
    await following(reader).click();
    await expect(reader.getByRole("button", { name: /^Follow / })).toBeVisible();
    await reader.goto("/me");
    await expect(reader.getByText("Nothing here yet.")).toBeVisible();
    const page = await enter(null, { javaScriptEnabled });
    await page.goto(path);
    await expect(page.getByRole("button", { name: /^(Follow|Watch)/ })).toHaveCount(0);
  });
}

test("the feed shows what is new since the last visit, and only that as new", async ({ enter }) => {
  const reader = await aMember();
  const known = await aQuestion({ lastActivityAt: hoursAgo(5) });
  const answered = await aQuestion({ lastActivityAt: hoursAgo(4) });
  const page = await enter(reader);
  for (const thread of [known, answered]) {
    await page.goto(threadPath(thread));
    await page.getByRole("button", { name: /^Follow / }).click();
    await expect(following(page)).toBeVisible();
  }
  await page.goto("/me");
  await expect(page.getByRole("heading", { name: "New since you were here" })).toHaveCount(0);
  await comeBackLater(reader);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Nothing new since you were here" })).toBeVisible();
  await comeBackLater(reader);
  const other = await enter(await aMember());
  await other.goto(threadPath(answered));
  await writeComment(other, "Here is something new.");
  await page.reload();
  const fresh = page.getByRole("region", { name: "New since you were here" });
  await expect(fresh.getByRole("listitem")).toHaveCount(1);
  await expect(fresh).toContainText(answered.title);
  await expect(fresh).toContainText("1 new");
  await expect(page.getByRole("region", { name: "Before that" })).toContainText(known.title);
});
