import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import { aCrowd } from "@/lib/testing/crowd";
import { countUnread, listNotifications } from "@/lib/notifications/queries";
import { offerUnanswered } from "@/lib/offers/offer-unanswered";
import { getEnergy } from "@/lib/offers/queries";
import { getReplyFigures } from "@/lib/offers/queries-replies";
import { findMonths } from "@/lib/moderation/queries-transparency";
import { anAccount } from "@/lib/testing/factories";
import { anIssue } from "@/lib/testing/newsletter";
import { plansOf } from "@/lib/testing/plans";
import { sendDueIssues } from "@/lib/newsletter/jobs";
import {
  countSubscribers,
  findFreeTime,
  getIssue,
  listIssues,
  listOffered,
  listReadable,
} from "@/lib/newsletter/queries";

/** What grows with the community, and with what its people are told. */
const growing = [
  "threads",
  "comments",
  "reactions",
  "blocks",
  "notifications",
  "readings",
  "mutes",
  "follows",
  "events",
  "posts",
  "offers",
  "newsletter_subscribers",
  "newsletter_deliveries",
  "newsletter_articles",
  "newsletter_issues",
];

let member = 0;

beforeAll(async () => {
  ({ member } = await aCrowd());
  // Every second post of the last twelve days has no reply, and ten people with an account have energy.
  await db.execute(sql`UPDATE comments SET hidden_at = now() WHERE thread_id <= 290 AND thread_id % 2 = 0`);
  for (let id = 1; id <= 10; id += 1) {
    await db
      .update(members)
      .set({ accountId: (await anAccount()).id })
      .where(eq(members.id, id));
  }
}, 120_000);

/** With the most rows that each may sort. */
const reads: [string, number, () => Promise<unknown>][] = [
  ["the issues", 0, () => listIssues(null)],
  ["older issues", 0, () => listIssues(200)],
  ["an issue", 20, () => getIssue(100)],
  ["the articles of an issue", 20, () => listReadable(100)],
  ["what an issue may tell of", 0, () => listOffered()],
  ["what stands in the way of a time", 10, () => findFreeTime(null)],
  ["what is due", 10, () => sendDueIssues()],
  // The newest thousand of what somebody was told are put together by thread.
  ["what somebody was told", 1000, () => listNotifications(member)],
  ["how much of it is new", 1000, () => countUnread([member])],
  ["somebody's energy and what is offered to them", 3, () => getEnergy(member)],
  // What is two weeks old and has no reply, of the techniques that one member used.
  ["what is offered to whom", 14 * 24, () => offerUnanswered()],
  // A year, in this crowd with a thread an hour.
  ["how soon posts are answered", 366 * 24, async () => getReplyFigures(await lastMonths())],
];

async function lastMonths() {
  const found = await findMonths();
  if (!found) throw new Error("there are no months");
  return found.months;
}

it.each(reads)("%s: by an index", async (_name, most, run) => {
  const plans = await plansOf(run);
  expect(plans.length).toBeGreaterThan(0);
  for (const { scanned, mostSorted, text } of plans) {
    expect([text, scanned.filter((table) => growing.includes(table))]).toEqual([text, []]);
    expect(mostSorted, text).toBeLessThanOrEqual(most);
  }
});

it("the next subscribers of an issue: by an index, also in the middle of the list", async () => {
  const { sendIssue } = await import("@/lib/newsletter/send-issue");
  const at = new Date();
  const { id } = await anIssue({ scheduledFor: at, startedAt: at });
  // Nobody is left behind this number, so nothing is sent.
  const plans = await plansOf(() => sendIssue({ issueId: id, after: 19_999_999 }));
  for (const { scanned, text } of plans.filter(({ text }) => text.includes("ORDER BY s.id"))) {
    expect([text, scanned.filter((table) => growing.includes(table))]).toEqual([text, []]);
  }
});

it("how many are on the list: without their addresses", async () => {
  for (const { text } of await plansOf(() => countSubscribers())) expect(text).not.toContain('"email"');
});
