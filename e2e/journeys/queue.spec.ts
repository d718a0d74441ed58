import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { cases } from "@/db/schema";
import { aMember, aWord, daysAgo } from "@/lib/testing/factories";
import { aCase } from "@/lib/testing/reports";
import { aBacklog, leftOf } from "../support/backlog";
import { expect, test } from "../support/fixtures";
import { answer } from "../support/steps";
import { aQuestion } from "../support/things";

const moderator = () => aMember({ role: "moderator" });
const keysAreOn = (page: Page) => page.locator('[data-keys="on"]').waitFor();
const rowOf = (page: Page, title: string) => page.locator("[data-row]").filter({ hasText: title });

/** First in its part of the queue. */
async function aReportedQuestion(reason: "harassment" | "spam" | "other" = "other") {
  const thread = await aQuestion();
  return { thread, opened: await aCase({ thread, reason, dueAt: daysAgo(60) }) };
}

/** Presses keys and counts them. */
class Keyboard {
  presses = 0;
  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.presses += 1;
    await this.page.keyboard.press(key);
  }

  /** A key that leads to another page. */
  async leave(key: string): Promise<void> {
    const from = this.page.url();
    await this.press(key);
    await this.page.waitForURL((url) => url.href !== from);
    await keysAreOn(this.page);
  }
}

test("1,000 reports on 300 things are worked through with the keyboard alone", async ({ enter }) => {
  test.setTimeout(400_000);
  const word = aWord();
  await aBacklog(word);
  expect(await leftOf(word)).toEqual({ reports: 1000, open: 300, decided: 0 });
  const page = await enter(await moderator());
  const keyboard = new Keyboard(page);

  // What is spam goes by whole pages.
  for (let removed = 0; removed < 100;) {
    await page.goto("/staff/queue?show=spam");
    await keysAreOn(page);
    let mine: boolean[] = [];
    const look = async () => {
      mine = (await page.locator("[data-row]").allInnerTexts()).map((text) => text.includes(word));
    };
    for (await look(); !mine.includes(true); await look()) await keyboard.leave("m");
    for (const own of mine) {
      await keyboard.press("j");
      if (own) await keyboard.press("x");
    }
    removed += mine.filter(Boolean).length;
    await keyboard.press("b");
    await keyboard.leave("Enter");
    await expect(page.getByRole("heading", { level: 1, name: /^Removed as spam/ })).toBeVisible();
  }

  // The rest is read one by one; what other tests have reported is passed over.
  await page.goto("/staff/queue?show=people");
  await keysAreOn(page);
  await keyboard.leave("n");
  for (let decided = 0; decided < 200;) {
    const heading = await page.getByRole("heading", { level: 1 }).innerText();
    if (!heading.includes(word)) {
      await keyboard.leave("n");
      continue;
    }
    await keyboard.press(["k", "h", "r"][decided % 3] ?? "k");
    await keyboard.leave("Enter");
    decided += 1;
  }
  expect(await leftOf(word)).toEqual({ reports: 1000, open: 0, decided: 300 });
  test.info().annotations.push({ type: "key presses", description: String(keyboard.presses) });
  expect(keyboard.presses / 300).toBeLessThan(4);
});

test("the second of two moderators is told what happened, and keeps the text", async ({ enter }) => {
  const { opened } = await aReportedQuestion();
  const first = await moderator();
  const [one, other] = [await enter(first), await enter(await moderator())];
  for (const page of [one, other]) {
    await page.goto(`/staff/cases/${opened.id}`);
    await keysAreOn(page);
  }
  await answer(one, "What happens with it?", "Hide it").check();
  await one.getByLabel("Why", { exact: true }).fill("It mocks somebody who is ill.");
  await one.getByRole("button", { name: "Decide" }).click();
  await expect(one.getByText("It mocks somebody who is ill.").first()).toBeVisible();
  await answer(other, "What happens with it?", "Leave it as it is").check();
  await other.getByLabel("Why", { exact: true }).fill("It is only a clumsy joke.");
  await other.getByRole("button", { name: "Decide" }).click();
  const alert = other.getByRole("alert").filter({ hasText: `${first.handle} has decided this case` });
  await expect(alert).toContainText("hidden");
  await expect(alert.getByRole("link", { name: "Open this page as it is now" })).toBeVisible();
  await expect(other.getByLabel("Why", { exact: true })).toHaveValue("It is only a clumsy joke.");
});

test("a claim is shown to the others, and given back", async ({ enter }) => {
  const { thread } = await aReportedQuestion();
  const claimer = await moderator();
  const page = await enter(claimer);
  await page.goto("/staff/queue?show=other");
  await keysAreOn(page);
  const row = rowOf(page, thread.title);
  await row.getByRole("link", { name: thread.title }).focus();
  await page.keyboard.press("c");
  await expect(row).toContainText("You are looking at it.");
  await expect(row.getByRole("link", { name: thread.title })).toBeFocused();
  const watching = await enter(await moderator());
  await watching.goto("/staff/queue?show=other");
  await expect(rowOf(watching, thread.title)).toContainText(`${claimer.handle} is looking at it.`);
  await page.keyboard.press("c");
  await expect(row).toContainText("Nobody is looking at it.");
});

test("new cases are told and come in when asked for, and nothing moves before", async ({ enter }) => {
  const { thread, opened } = await aReportedQuestion("spam");
  const page = await enter(await moderator());
  await page.goto("/staff/queue?show=spam");
  await keysAreOn(page);
  const row = rowOf(page, thread.title);
  const before = await row.boundingBox();
  const late = await aReportedQuestion("spam");
  await db
    .update(cases)
    .set({ queueAt: daysAgo(90) })
    .where(eq(cases.id, late.opened.id));
  await db.update(cases).set({ closedAt: new Date() }).where(eq(cases.id, opened.id));
  const show = page.getByRole("button", { name: /^\d+ new cases?\. Show/ });
  await expect(async () => {
    // As when somebody comes back to the window.
    await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    await expect(show).toBeVisible({ timeout: 500 });
  }).toPass();
  expect((await row.boundingBox())?.y).toBe(before?.y);
  await expect(rowOf(page, late.thread.title)).toHaveCount(0);
  await show.click();
  await expect(rowOf(page, late.thread.title)).toBeVisible();
});

test("keys can be switched off, stay off, and never take what somebody types", async ({ enter }) => {
  const { opened } = await aReportedQuestion();
  const page = await enter(await moderator());
  const keep = answer(page, "What happens with it?", "Leave it as it is");
  await page.goto(`/staff/cases/${opened.id}`);
  await keysAreOn(page);
  const why = page.getByLabel("Why", { exact: true });
  await why.focus();
  await page.keyboard.type("kh?");
  await expect(why).toHaveValue("kh?");
  await expect(keep).not.toBeChecked();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "All keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Keys on" }).click();
  for (const path of [`/staff/cases/${opened.id}`, "/staff/queue"]) {
    await page.goto(path);
    await expect(page.getByRole("button", { name: "Keys off" })).toBeVisible();
    const from = page.url();
    for (const key of ["k", "n", "u", "j"]) await page.keyboard.press(key);
    await expect(page.locator("[data-row] a:focus")).toHaveCount(0);
    expect(page.url()).toBe(from);
  }
  await page.goto(`/staff/cases/${opened.id}`);
  await page.getByRole("button", { name: "Keys off" }).click();
  await page.keyboard.press("k");
  await expect(keep).toBeChecked();
});

test("distressing words stay away from the list", async ({ enter }) => {
  const { thread, opened } = await aReportedQuestion();
  await db.update(cases).set({ distressing: true }).where(eq(cases.id, opened.id));
  const page = await enter(await moderator());
  await page.goto("/staff/queue?show=other");
  await expect(page.locator(`#case-${opened.id}`)).toContainText("Open it when you are ready.");
  for (const words of [thread.title, thread.excerpt]) await expect(page.getByText(words)).toHaveCount(0);
});
