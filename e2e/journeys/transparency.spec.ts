import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { db } from "@/db/client";
import { aMember } from "@/lib/testing/factories";
import { aDecision, anAppeal, aRestriction } from "@/lib/testing/decisions";
import { audit } from "@/lib/platform/audit";
import { announcePurge } from "@/lib/platform/events";
import { tags } from "@/lib/platform/tags";
import { expect, test } from "../support/fixtures";
import { expectNothingHere } from "../support/steps";

/** As the verbs do that decide. */
const announce = () => db.transaction((tx) => announcePurge(tx, [tags.transparency]));

/** A month that no other test writes into. */
const longAgo = (day: number) => new Date(Date.UTC(2021, 2, day, 12));

async function saved(page: Page, link: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link }).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

for (const javaScriptEnabled of [true, false]) {
  for (const who of ["a visitor", "a member"]) {
    test(`${who} reads what moderation did, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
      enter,
    }) => {
      await aDecision({ kind: "remove", rule: "promotion", createdAt: longAgo(4), about: { reason: "promotion" } });
      await announce();
      const page = await enter(who === "a member" ? await aMember() : null, { javaScriptEnabled });
      await page.goto("/guidelines");
      await page.getByRole("contentinfo").getByRole("link", { name: "Transparency" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Transparency" })).toBeVisible();
      // A list may be a second old.
      await expect(async () => {
        await page.reload();
        await page.getByLabel("Which months").selectOption("2021-03", { timeout: 1000 });
      }).toPass();
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page.getByRole("heading", { level: 2, name: "March 2021" })).toBeVisible();
      await expect(page.getByRole("row", { name: /^Removed \d+$/ })).toBeVisible();
      await expect(page.getByRole("row", { name: /^Say so when you have an interest \d+$/ })).toBeVisible();

      const decisions = await saved(page, "Every decision, one line each (CSV)");
      expect(decisions.name).toBe("decisions.csv");
      const [head, ...lines] = decisions.text.split("\r\n");
      expect(head).toMatch(/^month,action,lifted,rule,decided_by,/);
      expect(lines).toContain(
        "2021-03,remove,,promotion,moderator,no,yes,DECISION_VISIBILITY_CONTENT_REMOVED,,,DECISION_GROUND_INCOMPATIBLE_CONTENT," +
          "STATEMENT_CATEGORY_CONSUMER_INFORMATION,KEYWORD_HIDDEN_ADVERTISEMENT,SOURCE_TYPE_OTHER_NOTIFICATION,No,AUTOMATED_DECISION_NOT_AUTOMATED",
      );
      const summary = await saved(page, "These numbers as a table (CSV)");
      expect(summary.name).toBe("summary.csv");
      expect(summary.text).toContain("months,first,2021-03\r\n");

      await page.getByRole("link", { name: "The public log" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "The public log" })).toBeVisible();
    });
  }
}

test("the public log shows a decision without words, names and days, and goes on to older ones", async ({ page }) => {
  const author = await aMember();
  await aDecision({ author, kind: "suspend", rule: "kindness", createdAt: new Date(), overturnedAt: new Date() });
  for (let n = 0; n < 30; n += 1) await aDecision({ author, kind: "keep", rule: "none", createdAt: longAgo(3) });
  await announce();
  const row = page.getByRole("row", { name: "Suspended Taken back Be kind to the person A moderator" });
  await expect(async () => {
    await page.goto("/transparency/log");
    await expect(row.first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(page.getByText(author.handle)).toHaveCount(0);
  await expect(page.locator("main time")).toHaveCount(0);
  const shown = page.locator("main tbody").getByRole("row");
  await expect(shown).toHaveCount(25);
  await page.getByRole("link", { name: "Older" }).click();
  await expect(page).toHaveURL(/\/transparency\/log\?before=\d+$/);
  await expect(shown.first()).toBeVisible();
});

test("there is no page for months before the first decision or after today", async ({ page, tolerate }) => {
  tolerate(/status of 404/);
  for (const month of ["1999-01", "2999-01", "2026-13", "soon"]) {
    await page.goto(`/transparency?month=${month}`);
    await expectNothingHere(page);
    for (const file of ["decisions.csv", "summary.csv"]) {
      expect((await page.request.get(`/transparency/${file}?month=${month}`)).status(), `${file} ${month}`).toBe(404);
    }
  }
});

for (const javaScriptEnabled of [true, false]) {
  test(`a member reads their own record, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ enter }) => {
    const member = await aMember();
    const { decision } = await aRestriction({ member, kind: "silence" });
    await anAppeal({ decision });
    const page = await enter(member, { javaScriptEnabled });
    await page.goto("/me/statements");
    await page.getByRole("link", { name: "your record" }).click();
    const now = page.getByRole("region", { name: "What you cannot do now" });
    await expect(now.getByText("You can read here and not write.")).toBeVisible();
    await expect(page.getByRole("region", { name: "Your appeals" })).toContainText("Waiting for another moderator");
    await now.getByRole("link", { name: "Why, and how to object" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/me/statements/${decision.statementId}$`));
  });
}

for (const kind of ["suspend", "ban"] as const) {
  test(`the record stays open to somebody under a ${kind}`, async ({ enter }) => {
    const member = await aMember();
    await aRestriction({ member, kind });
    const page = await enter(member);
    await page.goto("/me/standing");
    await expect(page.getByRole("heading", { level: 1, name: "Your record" })).toBeVisible();
    await expect(page.getByRole("region", { name: "What you cannot do now" })).toContainText(
      kind === "ban" ? "Your account is closed." : "Your account is suspended.",
    );
  });
}

test("staff find what was done in the log by who did it and by what it is about", async ({ enter }) => {
  const moderator = await aMember({ role: "moderator" });
  const about = { actorId: moderator.id, subject: `member:${moderator.id}` };
  await db.transaction((tx) => audit(tx, { ...about, act: "member_read" }));
  await db.transaction((tx) => audit(tx, { actorId: moderator.id, act: "case_hide", subject: "case:1" }));
  const page = await enter(moderator);
  await page.goto("/staff/log");
  await page.getByLabel("Who (handle)").fill(moderator.handle);
  await page.getByRole("button", { name: "Show" }).click();
  const lines = page.getByRole("table").getByRole("row");
  await expect(lines).toHaveCount(3);
  await expect(lines.nth(1)).toContainText("Decided: hidden");
  await page.getByLabel("About", { exact: true }).selectOption({ label: "A member" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(lines).toHaveCount(2);
  await expect(lines.nth(1)).toContainText(/^\d+.*Read a member’s record/);
  await page.getByRole("link", { name: `all about ${moderator.handle}` }).click();
  await expect(page.getByLabel("About", { exact: true })).toHaveValue(about.subject);
});
