import type { Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { actorOf } from "@/lib/testing/actors";
import { decidedOn } from "@/lib/testing/appealed";
import { aComment, aMember, type Member } from "@/lib/testing/factories";
import { aRestriction } from "@/lib/testing/decisions";
import { keptReport } from "../support/appeals";
import { expect, test } from "../support/fixtures";
import { answer, comment, expectNothingHere, hydrated } from "../support/steps";
import { aQuestion } from "../support/things";

const pathOf = ({ id, slug }: { id: number; slug: string }) => `/posts/${id}/${slug}`;
const words = "You read it as mockery, and I was talking about myself.";
const reply = "You are right. We read it again, and it is about yourself.";

async function object(page: Page, text: string): Promise<void> {
  await page.getByLabel("What was missed, or misread?").fill(text);
  await page.getByRole("button", { name: "Object to the decision" }).click();
}

/** Opens an appeal from the list of the staff. */
async function openAppeal(page: Page, title: string | RegExp): Promise<void> {
  await page.goto("/staff/appeals");
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Appeal of / })).toBeVisible();
}

async function respond(page: Page, outcome: string, text: string): Promise<void> {
  await answer(page, "Does the decision stand?", outcome).check();
  await page.getByLabel("Your answer").fill(text);
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByRole("region", { name: "The answer" })).toContainText(text);
}

const someModerator = () => aMember({ role: "moderator" });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`what was hidden comes back when its author objects and somebody else agrees${how}`, async ({
    page,
    enter,
    tolerate,
  }) => {
    tolerate(/status of 404/);
    const [author, first, second] = [await aMember(), await someModerator(), await someModerator()];
    const thread = await aQuestion({ author });
    await page.goto(pathOf(thread));
    await expect(page.getByRole("heading", { level: 1, name: thread.title })).toBeVisible();
    await decidedOn({ thread }, {}, actorOf(first));
    await expectGone(page, pathOf(thread));

    const own = await enter(author, { javaScriptEnabled });
    await own.goto("/me/statements");
    await own.getByRole("link", { name: thread.title }).click();
    if (javaScriptEnabled) await hydrated(own);
    await object(own, "Too short.");
    await expect(own.getByText("at least 20 characters (now 10)")).toBeVisible();
    await expect(own.getByLabel("What was missed, or misread?")).toHaveValue("Too short.");
    await object(own, words);
    await expect(own.getByRole("heading", { name: "Your objection" })).toBeVisible();
    await expect(own.getByText("Thank you, it has arrived.")).toBeVisible();
    await expect(own.getByText(words)).toBeVisible();
    await expect(own.getByRole("button", { name: "Object to the decision" })).toHaveCount(0);

    const deciding = await enter(first, { javaScriptEnabled });
    await openAppeal(deciding, thread.title);
    await expect(deciding.getByText(words)).toBeVisible();
    await expect(deciding.getByText("You made the decision that this is about.")).toBeVisible();
    await expect(deciding.getByRole("button", { name: "Send the answer" })).toHaveCount(0);

    const other = await enter(second, { javaScriptEnabled });
    await openAppeal(other, thread.title);
    await expect(other.getByText(thread.body)).toBeVisible();
    await respond(other, "Take the decision back", reply);
    await expectBack(page, thread);

    await own.goto("/me/statements");
    await expect(own.getByText("Your objection was answered")).toBeVisible();
    await own.getByRole("link", { name: thread.title }).click();
    await expect(own.getByText("This decision was taken back on")).toBeVisible();
    await expect(own.getByText(reply)).toBeVisible();
    await own.goto("/me/statements");
    await expect(own.getByText("Taken back after you objected")).toBeVisible();
  });

  test(`somebody who was banned objects, and gets in again${how}`, async ({ enter, tolerate }) => {
    tolerate(/status of 40[34]/);
    const author = await aMember();
    const hiddenFromThem = await aQuestion({ audience: "members" });
    await aRestriction({ member: author, kind: "ban" });
    const own = await enter(author, { javaScriptEnabled });
    await own.goto("/me");
    await expect(own).toHaveURL(/\/me\/statements$/);
    await expect(own.getByText("Your account is closed.").first()).toBeVisible();
    await own.goto(pathOf(hiddenFromThem));
    await expectNothingHere(own);
    await expect(own.getByRole("link", { name: "From the moderators" })).toBeVisible();
    await own.getByRole("link", { name: "From the moderators" }).click();
    await own.getByRole("heading", { level: 2 }).getByRole("link").first().click();
    if (javaScriptEnabled) await hydrated(own);
    await object(own, words);
    await expect(own.getByText("Thank you, it has arrived.")).toBeVisible();

    const other = await enter(await someModerator(), { javaScriptEnabled });
    await openAppealOf(other, author);
    await respond(other, "Take the decision back", reply);
    await own.reload();
    await expect(own.getByText(reply)).toBeVisible();
    await own.goto("/me");
    await expect(own.getByRole("heading", { level: 1, name: `Hello, ${author.handle}` })).toBeVisible();
    await own.goto(pathOf(hiddenFromThem));
    await expect(own.getByRole("heading", { level: 1, name: hiddenFromThem.title })).toBeVisible();
  });

  test(`who reported something objects to its being left as it is${how}`, async ({ enter }) => {
    const reporter = await aMember();
    const { path, title, caseId } = await keptReport(reporter);
    const own = await enter(reporter, { javaScriptEnabled });
    await own.goto(path);
    if (javaScriptEnabled) await hydrated(own);
    await object(own, "It tells people to stop what their doctor gave them.");
    await expect(own.getByText("Thank you, it has arrived.")).toBeVisible();

    const other = await enter(await someModerator(), { javaScriptEnabled });
    await openAppeal(other, title);
    await respond(other, "Look at it again", "You are right to ask, and it is open again.");
    await other.goto(`/staff/cases/${caseId}`);
    await expect(other.getByRole("button", { name: "Decide" }).first()).toBeVisible();
    await own.reload();
    await expect(own.getByText("You were right to ask")).toBeVisible();
    await expect(own.getByText("It is looked at again.")).toBeVisible();
  });
}

test("a comment that was removed is back in its place", async ({ page, enter }) => {
  const [author, thread] = [await aMember(), await aQuestion()];
  const written = await aComment({ thread, author });
  const { statement } = await decidedOn({ thread, comment: written }, { measure: "remove" });
  const own = await enter(author);
  await own.goto(`/me/statements/${statement?.id}`);
  await hydrated(own);
  await object(own, words);
  await expect(own.getByText("Thank you, it has arrived.")).toBeVisible();
  const other = await enter(await someModerator());
  await openAppeal(other, `${thread.title}, comment 1`);
  await respond(other, "Take the decision back", reply);
  await expect(async () => {
    await page.goto(pathOf(thread));
    await expect(comment(page, 1)).toContainText(written.body, { timeout: 500 });
  }).toPass({ timeout: 5000 });
});

test("the second of two moderators is told what the first one answered, and keeps the text", async ({
  enter,
  tolerate,
}) => {
  tolerate(/status of 409/);
  const author = await aMember();
  const thread = await aQuestion({ author });
  const { statement } = await decidedOn({ thread });
  const own = await enter(author);
  await own.goto(`/me/statements/${statement?.id}`);
  await hydrated(own);
  await object(own, words);
  const [one, two] = [await someModerator(), await someModerator()];
  const pages = [await enter(one), await enter(two)] as const;
  for (const each of pages) await openAppeal(each, thread.title);
  await respond(pages[0], "Let it stand", "We read it again, and it stays away.");
  const mine = "I would have taken it back, and here is why.";
  await answer(pages[1], "Does the decision stand?", "Take the decision back").check();
  await pages[1].getByLabel("Your answer").fill(mine);
  await pages[1].getByRole("button", { name: "Send the answer" }).click();
  await expect(pages[1].getByText(`${one.handle} has answered this appeal`)).toBeVisible();
  await expect(pages[1].getByLabel("Your answer")).toHaveValue(mine);
});

test("for whoever is suspended only their own things are open", async ({ enter, tolerate }) => {
  tolerate(/status of 404/);
  const author = await aMember();
  const thread = await aQuestion({ author });
  await aRestriction({ member: author, kind: "suspend" });
  const page = await enter(author);
  for (const closed of [
    "/me",
    "/me/settings/following",
    `/me/edit/post/${thread.id}`,
    `/me/report?thread=${thread.id}`,
    `/me/history?thread=${thread.id}`,
  ]) {
    await page.goto(closed);
    await expect(page, closed).toHaveURL(/\/me\/statements$/);
  }
  for (const open of ["/me/standing", "/me/reports", "/me/testimonials", "/me/waiting", "/me/settings"]) {
    await page.goto(open);
    await expect(page, open).toHaveURL(new RegExp(`${open}$`));
  }
  await expect(page.getByRole("button", { name: "Sign out everywhere" })).toBeVisible();
  await expect(page.getByLabel("A few words, if you like")).toBeHidden();
  await page.goto(`/me/withdraw/thread/${thread.id}`);
  await page.getByRole("button", { name: "Withdraw it" }).click();
  await expect(page).toHaveURL(new RegExp(`/members/${author.handle}$`));
  await page.goto(pathOf(thread));
  await expectNothingHere(page);
});

async function openAppealOf(page: Page, { handle }: Member): Promise<void> {
  const [row] = await db.execute<{ id: number }>(sql`
    SELECT a.id::int FROM appeals a JOIN members m ON m.id = a.member_id WHERE m.handle = ${handle}`);
  await page.goto(`/staff/appeals/${row?.id}`);
  await expect(page.getByRole("heading", { level: 1, name: `Appeal of ${handle}` })).toBeVisible();
}

/** Within the five seconds that are promised. */
async function expectBack(page: Page, thread: { id: number; slug: string; title: string }): Promise<void> {
  await expect(async () => {
    await page.goto(pathOf(thread));
    await expect(page.getByRole("heading", { level: 1, name: thread.title })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 5000 });
}

async function expectGone(page: Page, path: string): Promise<void> {
  await expect(async () => expect((await page.goto(path))?.status()).toBe(404)).toPass({ timeout: 5000 });
}
