import { beforeAll, expect, it } from "vitest";
import { aCrowd } from "@/lib/testing/crowd";
import { countUnread, listNotifications } from "@/lib/notifications/queries";
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
  "newsletter_subscribers",
  "newsletter_deliveries",
  "newsletter_articles",
  "newsletter_issues",
];

let member = 0;

beforeAll(async () => {
  ({ member } = await aCrowd());
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
];

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
