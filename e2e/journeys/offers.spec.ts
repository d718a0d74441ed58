import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { db } from "@/db/client";
import { announcePurge } from "@/lib/platform/events";
import { tags } from "@/lib/platform/tags";
import { threadPath } from "@/lib/platform/urls";
import { aComment, aMember, aPost, aTechnique, hoursAgo, type Technique } from "@/lib/testing/factories";
import { aRestriction } from "@/lib/testing/decisions";
import { expect, test } from "../support/fixtures";
import { writeComment } from "../support/steps";

const card = (page: Page) => page.getByRole("region", { name: "I have energy today" });
const say = (page: Page, answers: number) =>
  card(page).getByRole("button", { name: `${answers} ${answers === 1 ? "post" : "posts"} today` });

/** Somebody who told of a technique. */
async function aKnower(technique: Technique) {
  const member = await aMember();
  await aPost({ author: member, technique, kind: "experience", publishedAt: hoursAgo(2000) });
  return member;
}

const aWaiting = (technique: Technique, hours: number) => aPost({ technique, publishedAt: hoursAgo(hours) });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`whoever has energy is offered what waits, and answers it${how}`, async ({ enter }) => {
    const technique = await aTechnique();
    const [older, newer] = [await aWaiting(technique, 60), await aWaiting(technique, 7)];
    const page = await enter(await aKnower(technique), { javaScriptEnabled });
    await page.goto("/me");
    await expect(say(page, 2)).toHaveAttribute("aria-pressed", "false");
    await say(page, 2).click();
    await expect(say(page, 2)).toHaveAttribute("aria-pressed", "true");
    await expect(card(page).getByText("You said: up to two posts. This ends at midnight (UTC)")).toBeVisible();
    const offered = card(page).getByRole("listitem");
    await expect(offered).toHaveCount(2);
    await expect(offered.nth(0)).toContainText(`${technique.name}No reply for 2 days${older.title}`);
    await expect(offered.nth(1)).toContainText(`No reply for 7 hours${newer.title}`);

    await page.getByRole("button", { name: `Not this one ${older.title}` }).click();
    await expect(offered).toHaveCount(1);
    await card(page).getByRole("link", { name: newer.title }).click();
    await expect(page).toHaveURL(new RegExp(`${threadPath(newer)}$`));
    await writeComment(page, "I know this well.");
    await page.goto("/me");
    await expect(offered).toHaveCount(0);
    await expect(card(page).getByText("Nothing more comes today, unless you choose a higher number.")).toBeVisible();
  });

  test(`a number is lowered and taken back${how}`, async ({ enter }) => {
    const technique = await aTechnique();
    for (const hours of [9, 8, 7]) await aWaiting(technique, hours);
    const page = await enter(await aKnower(technique), { javaScriptEnabled });
    await page.goto("/me");
    for (const answers of [3, 1, 0]) {
      await say(page, answers).click();
      await expect(say(page, answers)).toHaveAttribute("aria-pressed", "true");
      await expect(card(page).getByRole("listitem")).toHaveCount(answers);
    }
    await expect(card(page).getByText("Not today, you said. That is fine.")).toBeVisible();
  });

  test(`whoever has told of nothing yet learns why nothing comes${how}`, async ({ enter }) => {
    const page = await enter(await aMember(), { javaScriptEnabled });
    await page.goto("/me");
    await say(page, 1).click();
    await card(page).getByRole("link", { name: "Tell what helped you, or did not" }).click();
    await expect(page).toHaveURL(/\/write\/testimonial$/);
  });
}

test("whoever cannot write for now is not asked", async ({ enter }) => {
  const member = await aMember();
  await aRestriction({ member });
  const page = await enter(member);
  await page.goto("/me");
  await expect(page.getByRole("heading", { level: 1, name: `Hello, ${member.handle}` })).toBeVisible();
  await expect(card(page)).toHaveCount(0);
});

test("everybody can read how soon people are heard", async ({ page }) => {
  // So that there are enough, whatever the sample has.
  const [author, technique] = [await aMember(), await aTechnique()];
  for (let n = 0; n < 10; n += 1) {
    const thread = await aPost({ author, technique, publishedAt: hoursAgo(30) });
    await aComment({ thread, createdAt: hoursAgo(29) });
  }
  await db.transaction((tx) => announcePurge(tx, [tags.transparency]));
  await page.goto("/transparency");
  const heard = page.getByRole("region", { name: "How soon people are heard" });
  await expect(heard.getByText(/^\d+ of \d+ \(\d+ %\)$/)).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "These numbers as a table (CSV)" }).click(),
  ]);
  expect(await readFile(await file.path(), "utf8")).toMatch(/\r\nposts_a_day_old,answered_within_24_hours,\d+\r\n/);
});
