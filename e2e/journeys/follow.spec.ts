import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import { aComment, aMember, hoursAgo, type Member } from "@/lib/testing/factories";
import { expect, test } from "../support/fixtures";
import { aQuestion } from "../support/things";

/** As if the last look at the feed was a while ago: a stay lasts half an hour. */
async function comeBackLater({ id }: Member): Promise<void> {
  await db
    .update(members)
    .set({ feedSeenAt: hoursAgo(2) })
    .where(eq(members.id, id));
}

const following = (page: Page) => page.getByRole("button", { name: /^Following/ });

test("a member follows a technique, a thread and a person, and finds them on their page", async ({ enter }) => {
  const page = await enter(await aMember());
  const thread = await aQuestion();
  const person = await aMember();
  for (const path of ["/techniques/self-massage", `/posts/${thread.id}/${thread.slug}`, `/members/${person.handle}`]) {
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
  }
  await page.getByRole("button", { name: `Stop following ${person.handle}` }).click();
  await expect(page.getByRole("link", { name: person.handle, exact: true })).toHaveCount(0);
});

test("the feed shows what is new since the last visit, and only that as new", async ({ enter }) => {
  const reader = await aMember();
  const known = await aQuestion({ lastActivityAt: hoursAgo(5) });
  const answered = await aQuestion({ lastActivityAt: hoursAgo(4) });
  const page = await enter(reader);
  for (const { id, slug } of [known, answered]) {
    await page.goto(`/posts/${id}/${slug}`);
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
  await other.goto(`/posts/${answered.id}/${answered.slug}`);
  await other.getByLabel("Your comment").fill("Here is something new.");
  await other.getByRole("button", { name: "Post comment" }).click();
  await expect(other.getByRole("article").filter({ hasText: "Here is something new." })).toBeVisible();
  await page.reload();
  const fresh = page.getByRole("region", { name: "New since you were here" });
  await expect(fresh.getByRole("listitem")).toHaveCount(1);
  await expect(fresh).toContainText(answered.title);
  await expect(fresh).toContainText("1 new comment");
  await expect(page.getByRole("region", { name: "Before that" })).toContainText(known.title);
});

test("a member stops following, and it is not offered to visitors", async ({ page, enter }) => {
  const reader = await enter(await aMember());
  const thread = await aQuestion();
  await aComment({ thread });
  const path = `/posts/${thread.id}/${thread.slug}`;
  await reader.goto(path);
  await reader.getByRole("button", { name: /^Follow / }).click();
  await following(reader).click();
  await expect(reader.getByRole("button", { name: /^Follow / })).toBeVisible();
  await reader.goto("/me");
  await expect(reader.getByText("Nothing here yet.")).toBeVisible();
  await page.goto(path);
  await expect(page.getByRole("button", { name: /^Follow/ })).toHaveCount(0);
});
