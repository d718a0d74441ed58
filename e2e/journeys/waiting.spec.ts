import { db } from "@/db/client";
import { threads } from "@/db/schema";
import { eq } from "drizzle-orm";
import { aComment, aMember, aWord, daysAgo } from "@/lib/testing/factories";
import { aRestriction } from "@/lib/testing/restrictions";
import { expect, test } from "../support/fixtures";
import { answer, comment, expectNothingHere, fillPost, hydrated, openCase } from "../support/steps";
import { aQuestion, sampleMember } from "../support/things";
import type { Page } from "@playwright/test";

const pathOf = ({ id, slug }: { id: number; slug: string }) => `/posts/${id}/${slug}`;

/** Decides the case of a thread; a job opens it. */
async function decideFor(page: Page, threadId: number, choice: string): Promise<void> {
  await openCase(page, { thread: threadId });
  await answer(page, "What happens with it?", choice).check();
  await page.getByLabel("Why", { exact: true }).fill("It was read, and this is what came of it.");
  await page.getByRole("button", { name: "Decide" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "It was read" }).first()).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`a newcomer's first thread waits, its author sees that, and a moderator lets it appear${how}`, async ({
    page,
    enter,
    tolerate,
  }) => {
    tolerate(/status of 404/);
    const author = await aMember({ joinedAt: daysAgo(1) });
    const own = await enter(author, { javaScriptEnabled });
    const title = `My very first question ${aWord()}`;
    await own.goto("/write/post");
    if (javaScriptEnabled) await hydrated(own);
    await fillPost(own, { title, text: "It begins **behind** the left eye, every time." });
    await own.getByRole("button", { name: "Post it" }).click();
    await expect(own.getByRole("heading", { level: 1, name: "What waits" })).toBeVisible();
    const waiting = own.getByRole("article").filter({ hasText: title });
    await expect(waiting.locator("strong")).toHaveText("behind");
    await expect(waiting).toContainText("It is one of your first here.");
    await own.goto("/me");
    await own.getByRole("link", { name: "One thing of yours waits for a moderator" }).click();
    await expect(waiting).toBeVisible();
    const [row] = await db.select().from(threads).where(eq(threads.title, title));
    const address = pathOf(row ?? { id: 0, slug: "" });
    expect((await page.goto(address))?.status()).toBe(404);
    await expectNothingHere(page);
    expect(await (await page.request.get("/techniques/shiatsu")).text()).not.toContain(title);

    await decideFor(await enter(await sampleMember("moderator"), { javaScriptEnabled }), row?.id ?? 0, "Let it appear");
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await own.goto("/me/waiting");
    await expect(own.getByText("Nothing of yours waits.")).toBeVisible();
  });

  test(`a late link waits beside the post, until it appears or is taken back${how}`, async ({ page, enter }) => {
    const author = await aMember();
    const thread = await aQuestion({ author, publishedAt: daysAgo(3), title: `An older question ${aWord()}` });
    const own = await enter(author, { javaScriptEnabled });
    const words = "It is all told at elsewhere.example.com, better than here.";
    const edit = async () => {
      await own.goto(`/me/edit/post/${thread.id}`);
      if (javaScriptEnabled) await hydrated(own);
      await own.getByLabel("Your text").fill(words);
      await own.getByRole("button", { name: "Save" }).click();
      await expect(own.getByRole("article").filter({ hasText: words })).toContainText("It leads to another site.");
    };
    await edit();
    await page.goto(pathOf(thread));
    await expect(page.getByText(thread.body)).toBeVisible();
    await own.getByRole("link", { name: "Change it again" }).click();
    await expect(own.getByLabel("Your text")).toHaveValue(words);
    await own.goto("/me/waiting");
    await own.getByRole("button", { name: "Withdraw the change" }).click();
    await expect(own.getByText("Nothing of yours waits.")).toBeVisible();

    await edit();
    const moderator = await enter(await sampleMember("moderator"), { javaScriptEnabled });
    await decideFor(moderator, thread.id, "Let the edit appear");
    await page.goto(pathOf(thread));
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByText(thread.body)).toHaveCount(0);
  });

  test(`a comment that wakes a thread waits with its number, and can be withdrawn${how}`, async ({ page, enter }) => {
    const thread = await aQuestion({ lastActivityAt: daysAgo(200) });
    const own = await enter(await aMember(), { javaScriptEnabled });
    await own.goto(pathOf(thread));
    if (javaScriptEnabled) await hydrated(own);
    const words = `I found this late, ${aWord()}.`;
    await own.getByLabel("Your comment").fill(words);
    await own.getByRole("button", { name: "Post comment" }).click();
    await expect(own.getByRole("article").filter({ hasText: words })).toContainText("for months");
    await page.goto(pathOf(thread));
    await expect(page.getByText("This comment waits until a moderator has read it.")).toBeVisible();
    await expect(page.getByText(words)).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "No comments yet" })).toBeVisible();
    await own.getByRole("link", { name: "Withdraw it" }).click();
    await own.getByRole("button", { name: "Withdraw it" }).click();
    const withdrawn = "This comment was withdrawn by the person who wrote it.";
    await expect(own.getByText(withdrawn)).toBeVisible();
    await page.goto(pathOf(thread));
    await expect(page.getByText(withdrawn)).toBeVisible();
  });

  test(`in a slow thread one can write once in ten minutes${how}`, async ({ enter }) => {
    const by = await aMember({ role: "moderator" });
    const thread = await aQuestion({ slowedAt: daysAgo(1), slowedBy: by.id });
    const member = await aMember();
    const page = await enter(member, { javaScriptEnabled });
    await page.goto(pathOf(thread));
    await expect(page.getByText("A moderator has slowed this thread")).toBeVisible();
    for (const words of ["My first answer here.", "And my second one."]) {
      if (javaScriptEnabled) await hydrated(page);
      await page.getByLabel("Your comment").fill(words);
      await page.getByRole("button", { name: "Post comment" }).click();
      await expect(page.getByText(words)).toBeVisible();
    }
    await expect(page.getByText("You can write here again in 10 minutes.")).toBeVisible();
    await expect(page.getByLabel("Your comment")).toHaveValue("And my second one.");
    await expect(comment(page, 1)).toBeVisible();
  });
}

test("whoever is silenced reads, and finds no form and no way to one", async ({ enter }) => {
  const member = await aMember();
  const thread = await aQuestion({ author: member });
  await aComment({ thread, author: member });
  await aRestriction({ member, kind: "silence" });
  const page = await enter(member);
  await page.goto(pathOf(thread));
  await expect(page.getByText("A moderator has decided that you cannot write here for now.")).toBeVisible();
  await expect(page.getByLabel("Your comment")).toBeHidden();
  for (const name of ["Reply", "Edit"]) await expect(page.getByRole("link", { name })).toBeHidden();
  await expect(comment(page, 1).getByRole("link", { name: "Withdraw" })).toBeVisible();
  await page.goto("/write/post");
  await expect(page.getByLabel("Your text")).toBeHidden();
  await expect(page.getByRole("link", { name: "Their reasons" })).toBeVisible();
});
