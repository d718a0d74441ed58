import type { Page } from "@playwright/test";
import { listDrafts } from "@/lib/drafts/queries";
import { aDraft, aMember, aWord, daysAgo, type Member } from "@/lib/testing/factories";
import { expect, test } from "../support/fixtures";
import { endSessions, openSession } from "../support/sessions";
import { comment, hydrated, writePost } from "../support/steps";
import { aQuestion } from "../support/things";

const draftsOf = async ({ id }: Member) => (await listDrafts(id, "members")).map(({ words }) => words);
const text = (page: Page) => page.getByLabel("Your comment");

async function openForm(page: Page, thread: { id: number; slug: string }): Promise<void> {
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  await hydrated(page);
  await text(page).scrollIntoViewIfNeeded();
  await page.waitForLoadState("networkidle");
}

test("what was posted does not come back on the way back", async ({ enter }) => {
  const member = await aMember();
  const page = await enter(member);
  await page.goto("/me");
  await writePost(page, { title: `Does it help to sit ${aWord()}?`, text: "I would like to ask it once." });
  await page.goBack();
  await hydrated(page);
  await page.waitForLoadState("networkidle");
  await expect(page.getByLabel("Your text")).toHaveValue("");
  await page.goto("/me");
  expect(await draftsOf(member)).toEqual([]);
});

test("a save that takes longer than posting brings nothing back", async ({ enter }) => {
  const member = await aMember();
  const thread = await aQuestion();
  const page = await enter(member);
  await openForm(page, thread);
  // The account gets it at once, and its answer never comes.
  await page.route("**/api/me/drafts", async (route) => {
    const { values } = route.request().postDataJSON() as { values: object };
    await route.fetch();
    if (Object.keys(values).length === 0) await route.fulfill({ json: {} });
  });
  await text(page).fill("Saved slowly, posted quickly.");
  await expect(async () => expect(await draftsOf(member)).toHaveLength(1)).toPass();
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(comment(page, 1)).toContainText("Saved slowly, posted quickly.");
  await expect(async () => expect(await draftsOf(member)).toEqual([])).toPass();
});

test("two tabs whose session has ended keep both their words", async ({ enter }) => {
  const member = await aMember();
  const thread = await aQuestion();
  const first = await enter(member);
  const second = await first.context().newPage();
  for (const page of [first, second]) await openForm(page, thread);
  await endSessions(member);
  await text(first).fill("From the first tab.");
  await expect(first.getByText("Kept on this device. You are signed out")).toBeVisible();
  await text(second).fill("From the second tab.");
  await expect(second.getByText("Kept on this device. You are signed out")).toBeVisible();
  const context = first.context();
  await first.close();
  await second.close();
  await openSession(context, member);
  const after = await context.newPage();
  await after.goto("/me");
  const both = ["From the first tab.", "From the second tab."];
  await expect(async () => expect((await draftsOf(member)).sort()).toEqual(both)).toPass();
});

test("after signing out, nothing of it is left to whoever signs in next", async ({ enter }) => {
  const [ana, ben] = [await aMember(), await aMember()];
  const thread = await aQuestion();
  const page = await enter(ana);
  await openForm(page, thread);
  await text(page).fill("Only Ana should read this.");
  await expect(page.getByText("Kept with your account.")).toBeVisible();
  await page.goto("/me/settings");
  await page.getByRole("button", { name: "Sign out here" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await openSession(page.context(), ben);
  await page.goBack();
  await page.goBack();
  await hydrated(page);
  await text(page).scrollIntoViewIfNeeded();
  await page.waitForLoadState("networkidle");
  await expect(text(page)).toHaveValue("");
  await page.goto("/me");
  expect(await draftsOf(ben)).toEqual([]);
  expect(await draftsOf(ana)).toEqual(["Only Ana should read this."]);
});

test("an issue of the newsletter is kept like everything else", async ({ enter }) => {
  const editor = await aMember({ role: "editor" });
  const page = await enter(editor);
  const subject = `About ${aWord()}`;
  await page.goto("/staff/newsletter/new");
  await hydrated(page);
  await page.getByLabel("Subject").fill(subject);
  await page.getByLabel("Introduction").fill("Three things to read.");
  await expect(page.getByText("Kept with your account.")).toBeVisible();
  const other = await enter(editor);
  await other.goto("/me/drafts");
  await other.getByRole("link", { name: "Go on writing" }).click();
  await expect(other.getByLabel("Subject")).toHaveValue(subject);
  await expect(other.getByLabel("Introduction")).toHaveValue("Three things to read.");
  await other.getByRole("button", { name: "Save it as a draft" }).click();
  await expect(other.getByRole("heading", { level: 1, name: subject })).toBeVisible();
  expect(await draftsOf(editor)).toEqual([]);
});

test("words over something that is gone can still be read to their end", async ({ enter }) => {
  const member = await aMember();
  const thread = await aQuestion({ author: member, hiddenAt: daysAgo(1) });
  const body = `${"A long line. ".repeat(20)}\n\nAnd the end of it.`;
  await aDraft({ author: member, place: `edit-post-${thread.id}`, values: { body: [body] } });
  const page = await enter(member, { javaScriptEnabled: false });
  await page.goto("/me/drafts");
  await expect(page.getByText("And the end of it.")).toBeHidden();
  await page.getByText("Read all of it").click();
  await expect(page.getByText("And the end of it.")).toBeVisible();
});
