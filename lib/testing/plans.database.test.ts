import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db, pool } from "@/db/client";
import { members } from "@/db/schema";
import { getReportedAuthor, listQuiet } from "@/lib/blocks/queries";
import { listComments, listCommentsAfter } from "@/lib/comments/queries";
import { getDraft, listDrafts } from "@/lib/drafts/queries";
import { findReader, getFeed, listFollowed } from "@/lib/follows/queries";
import { claimNextCase } from "@/lib/moderation/claim-next-case";
import { noteRead } from "@/lib/moderation/note-read";
import { listAlike } from "@/lib/moderation/queries-alike";
import { getAppeal, listAppeals } from "@/lib/moderation/queries-appeal";
import { getCase } from "@/lib/moderation/queries-case";
import { getMemberRecord } from "@/lib/moderation/queries-member";
import { getOpenable } from "@/lib/moderation/queries-openable";
import { getStatement, listStatements } from "@/lib/moderation/queries";
import { getExposure, getQueueNews, listQueue } from "@/lib/moderation/queries-queue";
import { listLog } from "@/lib/moderation/queries-log";
import { getObjection, listObjections } from "@/lib/moderation/queries-objection";
import { listPublicDecisions } from "@/lib/moderation/queries-public-log";
import { getStanding } from "@/lib/moderation/queries-standing";
import { findMonths, getFigures } from "@/lib/moderation/queries-transparency";
import { decisionsTable } from "@/lib/moderation/queries-transparency-files";
import { countUnseenOutcomes, listOwnReports } from "@/lib/moderation/queries-report";
import { lastListPage, threadsPerPage } from "@/lib/platform/pagination";
import { countReactions } from "@/lib/reactions/queries";
import { tryPhrase } from "@/lib/screening/queries";
import { actorOf } from "@/lib/testing/actors";
import { aCrowd } from "@/lib/testing/crowd";
import { aMember, anAccount, daysAgo } from "@/lib/testing/factories";
import { genericPlansOf, plansOf } from "@/lib/testing/plans";
import { signedIn } from "@/lib/testing/signed-in";
import { listTestimonials } from "@/lib/testimonials/queries-browse";
import type { Sort } from "@/lib/testimonials/schema";
import { countWaiting, listWaiting } from "@/lib/threads/queries-waiting";
import { getThread, listNewestThreads, listThreads, type ThreadFilter } from "@/lib/threads/queries";

/** What grows with the community. Reading one of these from end to end gets slower for everybody, for ever. */
const growing = ["threads", "comments", "follows", "reactions", "blocks", "mutes", "drafts", "audit_log"];
const page = threadsPerPage + 1;
const first = { page: 1 };
const last = { page: lastListPage };
const older = { before: { at: daysAgo(400), id: 1 } };

let ids = { member: 0, technique: 0, thread: 0, case: 0 };
let token = "";

beforeAll(async () => {
  ids = await aCrowd();
  const account = await anAccount();
  await db.update(members).set({ accountId: account.id }).where(eq(members.id, ids.member));
  token = (await signedIn(account.id)).token;
}, 120_000);

const audiences = ["public", "members"] as const;
const filters: [string, () => ThreadFilter][] = [
  ["everything", () => ({})],
  ["a technique", () => ({ techniqueId: ids.technique })],
  ["a technique's questions", () => ({ techniqueId: ids.technique, kind: "question" })],
  ["a technique's testimonials", () => ({ techniqueId: ids.technique, kind: "testimonial" })],
  ["all testimonials", () => ({ kind: "testimonial" })],
  ["all articles, of which there are none", () => ({ kind: "article" })],
  ["an author", () => ({ authorId: ids.member })],
];

describe.each(audiences)("lists for %s", (audience) => {
  it.each(filters)("%s: read by an index, in its order", async (_name, filter) => {
    for (const place of [first, older]) {
      for (const plan of await plansOf(() => listThreads(audience, filter(), place))) {
        expect(
          plan.scanned.filter((table) => growing.includes(table)),
          plan.text,
        ).toEqual([]);
        // The number of pages may be counted in any order.
        if (!plan.text.includes("count(*)")) expect(plan.mostSorted, plan.text).toBeLessThanOrEqual(page);
      }
    }
  });

  it.each<[string, Sort, boolean]>([
    ["the newest testimonials", "newest", false],
    ["the most thanked testimonials", "thanked", false],
    ["a technique's newest testimonials", "newest", true],
    ["a technique's most thanked testimonials", "thanked", true],
  ])("%s: read by an index, in its order", async (_name, sort, ofOne) => {
    const techniqueId = ofOne ? ids.technique : undefined;
    for (const plan of await plansOf(() => listTestimonials(audience, { techniqueId, filter: null }, sort, first))) {
      expect(
        plan.scanned.filter((table) => growing.includes(table)),
        plan.text,
      ).toEqual([]);
    }
  });

  // For so many rows of one technique, sorting them may be cheaper than their index.
  it.each(filters)("%s: the last numbered page does not read everything", async (_name, filter) => {
    for (const plan of await plansOf(() => listThreads(audience, filter(), last))) {
      expect(
        plan.scanned.filter((table) => growing.includes(table)),
        plan.text,
      ).toEqual([]);
    }
  });

  it("the newest: no more than is shown", async () => {
    for (const plan of await plansOf(() => listNewestThreads(audience, 8))) {
      expect(
        plan.scanned.filter((table) => growing.includes(table)),
        plan.text,
      ).toEqual([]);
      expect(plan.mostSorted, plan.text).toBeLessThanOrEqual(8);
    }
  });
});

async function lastMonths() {
  const found = await findMonths();
  if (!found) throw new Error("there are no months");
  return found.months;
}

const read = (kind: "thread" | "technique" | "member", id: number) => findReader(token, { kind, id });

const moderator = async () => actorOf(await aMember({ role: "moderator" }));
const due = { urgency: 2, at: new Date(), id: 1 };

/** With the most rows that each may sort. */
const others: [string, number, () => Promise<unknown>][] = [
  // Ten things followed give a page each.
  ["a member's feed", 11 * page, () => getFeed(ids.member, null)],
  ["an older page of the feed", 11 * page, () => getFeed(ids.member, older.before)],
  ["what a member follows", page, () => listFollowed(ids.member)],
  ["what a member does not want to see", page, () => listQuiet(ids.member)],
  ["drafts", page, () => Promise.all([listDrafts(ids.member, "members"), getDraft(ids.member, "post")])],
  ["whose words a member reported last", 100, () => getReportedAuthor(ids.member)],
  ["a page of comments", 0, () => listComments(ids.thread, 1)],
  ["the comments after a position", 0, () => listCommentsAfter(ids.thread, 3)],
  ["the reactions of a page", 70, () => countReactions(ids.thread, 1, 20)],
  ["a thread", 0, () => getThread(ids.thread, "public")],
  ["a reader of a thread", 0, () => read("thread", ids.thread)],
  ["a reader of a technique", 0, () => read("technique", ids.technique)],
  ["a reader of a member's page", 0, () => read("member", 2)],
  ["the queue", 0, async () => listQueue(await moderator(), { filter: null, after: null })],
  ["the queue's next page", page, async () => listQueue(await moderator(), { filter: null, after: due })],
  ["a part of the queue", page, async () => listQueue(await moderator(), { filter: "other", after: null })],
  [
    "a part of the queue where nothing waits",
    page,
    async () => listQueue(await moderator(), { filter: "spam", after: null }),
  ],
  ["what somebody claimed", page, async () => listQueue(await moderator(), { filter: "mine", after: null })],
  [
    "what became of an open page",
    page,
    async () => getQueueNews(await moderator(), { filter: null, after: null }, [4, 8, 9]),
  ],
  ["the next case", 0, async () => claimNextCase(await moderator(), { passed: [4] })],
  ["the exposure of a shift", 0, () => getExposure(1)],
  // A few rows of a few cases, in whatever order is cheapest.
  ["a case", 1000, async () => getCase(await moderator(), ids.case)],
  // Of the newest, those about the same kind of thing; and the latest of a few hundred statements and reports.
  ["cases that are alike", 200, () => listAlike({ id: 0, reason: "other", kind: "article" })],
  ["a member's record", 1000, async () => getMemberRecord(await moderator(), "member_7")],
  [
    "what a case would be about",
    0,
    async () => getOpenable(await moderator(), { thread: ids.thread, comment: 2, member: "" }),
  ],
  ["whether a reading is in the log", 0, async () => noteRead(await moderator(), "case", ids.case)],
  ["the log", 0, () => listLog({}, null)],
  ["the log's next page", 0, () => listLog({}, { at: daysAgo(1), id: 1 })],
  // Lines of one moment are put into order.
  ["what one of the staff did", page + 1, () => listLog({ actor: "member_3" }, null)],
  ["what was done about cases", page, () => listLog({ about: "case" }, null)],
  ["what was done about one case", page + 1, () => listLog({ about: "case:7" }, null)],
  ["what was done about nothing there is", page, () => listLog({ about: "phrase" }, null)],
  ["the public log", 0, () => listPublicDecisions(null)],
  // Those of one moment are put into order.
  ["the public log's next page", 1000, () => listPublicDecisions(500)],
  ["the months that there are", 0, () => findMonths()],
  // Everything of its months is counted, and nothing that people wrote is read for it.
  ["the figures of moderation", 1000, async () => getFigures(await lastMonths())],
  ["the file of decisions", 1000, async () => decisionsTable(await lastMonths())],
  ["what of one's own waits", 100, () => listWaiting(ids.member)],
  ["how much of it there is", 0, () => countWaiting(ids.member)],
  // No more than what is 90 days old: in this crowd a thread an hour.
  ["the dry run of a phrase", 90 * 24, () => tryPhrase("nothing like it")],
  ["one's own record", 1000, () => getStanding(ids.member)],
  ["one's own reports", page, () => listOwnReports(ids.member)],
  ["one's own older reports", page, () => listOwnReports(ids.member, older.before)],
  ["news of one's own reports", 0, () => countUnseenOutcomes(ids.member)],
  ["one's own statements", 100, () => listStatements(ids.member)],
  ["one statement", 0, () => getStatement(ids.member, 1)],
];

const ofAppeals: typeof others = [
  ["to what one objected", 100, () => listObjections(ids.member)],
  ["an objection to a statement", 0, () => getObjection(ids.member, { statement: 1 })],
  ["an objection to what was kept", page, () => getObjection(ids.member, { report: 1 })],
  ["open appeals", 0, async () => listAppeals(actorOf(await aMember({ role: "moderator" })), null)],
  ["the next page of open appeals", 0, async () => listAppeals(actorOf(await aMember()), { at: new Date(), id: 1 })],
  // Two hundred cases that are alike, in whatever order is cheapest.
  ["an appeal", 1000, async () => getAppeal(actorOf(await aMember({ role: "moderator" })), 1)],
];

it.each(ofAppeals)("%s: by an index", async (_name, most, run) => {
  const tables = [...growing, "appeals", "statements"];
  for (const { scanned, mostSorted, text } of await plansOf(run)) {
    expect([text, scanned.filter((table) => tables.includes(table))]).toEqual([text, []]);
    expect(mostSorted, text).toBeLessThanOrEqual(most);
  }
});

describe("reads", () => {
  it.each(others)("%s: by an index", async (_name, most, run) => {
    const plans = await plansOf(run);
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) {
      expect(
        plan.scanned.filter((table) => growing.includes(table)),
        plan.text,
      ).toEqual([]);
      expect(plan.mostSorted, plan.text).toBeLessThanOrEqual(most);
    }
  });

  // After five times Postgres may plan a prepared query once for all values.
  it.each(others.filter(([name]) => /thread|comments|state|reactions/.test(name)))(
    "%s: by an index also without knowing the values",
    async (_name, _most, run) => {
      for (const { scanned, text } of await genericPlansOf(run)) {
        expect(
          scanned.filter((table) => growing.includes(table)),
          text,
        ).toEqual([]);
      }
    },
  );

  it("a reader: planned once for all, and not for each page", async () => {
    // Each connection of the pool makes its own plan, and looks at values five times before.
    for (let time = 0; time < 200; time += 1) await read("thread", ids.thread);
    const [plans] = await pool<{ generic: number; custom: number }[]>`
      SELECT generic_plans::int AS generic, custom_plans::int AS custom FROM pg_prepared_statements
      WHERE statement LIKE '%FROM identity.sessions s%' ORDER BY generic_plans + custom_plans DESC LIMIT 1`;
    expect(plans?.custom).toBeLessThanOrEqual(5);
    expect(plans?.generic).toBeGreaterThan(10);
  });
});
