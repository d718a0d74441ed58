import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog, newsletterIssues } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { asOwner } from "@/lib/testing/as-owner";
import { aMember, aThread, aWord } from "@/lib/testing/factories";
import { anArticle, anIssue, aSubscriber } from "@/lib/testing/newsletter";
import { codeOf, outcomesOf, refusalOf } from "@/lib/testing/refusals";
import { waitingJobs } from "@/lib/testing/rows";
import { cancelIssue } from "./cancel-issue";
import { editIssue } from "./edit-issue";
import { countSubscribers, getIssue, listIssues, listOffered } from "./queries";
import { scheduleIssue } from "./schedule-issue";
import { writeIssue } from "./write-issue";

beforeEach(() =>
  asOwner(async (tx) => {
    await tx.execute(sql`DELETE FROM graphile_worker._private_jobs`);
    await tx.execute(sql`TRUNCATE newsletter_issues, newsletter_articles, newsletter_deliveries`);
  }),
);

const editor = async () => actorOf(await aMember({ role: "editor" }));
const words = (articles: number[] = []) => ({ subject: `New: ${aWord()}`, introduction: "", articles, key: "" });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const plan = async (at: Date | null, given = {}) => {
  const issue = await anIssue(given);
  await scheduleIssue(await editor(), { issue: issue.id, version: issue.version, at });
  return issue;
};

describe("writing an issue", () => {
  it("keeps its words and its articles in their order, and stands in the staff's log", async () => {
    const [one, two] = [await anArticle(), await anArticle()];
    const actor = await editor();
    const id = await writeIssue(actor, { ...words([two.id, one.id]), introduction: "See [this](/techniques)." });
    const issue = await getIssue(id ?? 0);
    expect(issue).toMatchObject({ state: "draft", leftOut: 0, version: 1 });
    expect(issue?.introductionHtml).toContain('href="/techniques"');
    expect(issue?.articles.map((article) => article.id)).toEqual([two.id, one.id]);
    const log = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `issue:${id}`));
    expect(log.map(({ act }) => act)).toEqual(["issue_write"]);
  });

  it("is for editors and admins", async () => {
    for (const role of ["member", "provider", "moderator"] as const) {
      const actor = actorOf(await aMember({ role }));
      const { id } = await anIssue();
      expect(await codeOf(writeIssue(actor, words()))).toBe("not_allowed");
      expect(await codeOf(editIssue(actor, { ...words(), issue: id, version: 1 }))).toBe("not_allowed");
      expect(await codeOf(scheduleIssue(actor, { issue: id, version: 1, at: null }))).toBe("not_allowed");
      expect(await codeOf(cancelIssue(actor, id))).toBe("not_allowed");
    }
    await writeIssue(actorOf(await aMember({ role: "admin" })), words());
  });

  it("begins one for a form that is sent twice", async () => {
    const actor = await editor();
    const input = { ...words(), key: aWord() };
    await Promise.all([writeIssue(actor, input), writeIssue(actor, input)]);
    expect((await listIssues(null)).rows).toHaveLength(1);
  });

  it.each(["https://elsewhere.example/x", "//elsewhere.example", "mailto:ana@example.org", "http://localhost:3001/"])(
    "refuses a link to %s",
    async (target) => {
      const refusal = await refusalOf(writeIssue(await editor(), { ...words(), introduction: `[here](${target})` }));
      expect([refusal.code, refusal.field]).toEqual(["link_elsewhere", "introduction"]);
    },
  );

  it("refuses what not everyone can read", async () => {
    for (const article of [
      await anArticle({ hiddenAt: new Date() }),
      await anArticle({ audience: "members" }),
      await aThread(),
      { id: 987_654_321 },
    ]) {
      expect(await codeOf(writeIssue(await editor(), words([article.id])))).toBe("articles_gone");
    }
  });

  it("offers what everyone can read, and knows what is new since the last issue", async () => {
    const old = await anArticle({ publishedAt: inDays(-20) });
    await anIssue({ scheduledFor: inDays(-10), startedAt: inDays(-10) });
    const [fresh, hidden] = [await anArticle(), await anArticle({ hiddenAt: new Date() })];
    const offered = new Map((await listOffered()).map(({ id, isNew }) => [id, isNew]));
    expect([offered.get(fresh.id), offered.get(old.id), offered.has(hidden.id)]).toEqual([true, false, false]);
  });
});

describe("editing an issue", () => {
  it("tells the second of two editors", async () => {
    const { id } = await anIssue();
    const actors = [await editor(), await editor()];
    const edits = actors.map((actor) => editIssue(actor, { ...words(), issue: id, version: 1 }));
    expect(await outcomesOf(edits)).toEqual(["done", "issue_changed"]);
  });

  it("is not possible while it waits, nor after it was sent", async () => {
    const { id } = await plan(inDays(1));
    expect(await codeOf(editIssue(await editor(), { ...words(), issue: id, version: 1 }))).toBe("issue_waits");
    const sent = await anIssue({ scheduledFor: inDays(-10), startedAt: inDays(-10) });
    expect(await codeOf(editIssue(await editor(), { ...words(), issue: sent.id, version: 1 }))).toBe("issue_sent");
  });
});

describe("planning an issue", () => {
  it("adds the job of one that goes now, and none of one that waits", async () => {
    await plan(inDays(9));
    expect(await waitingJobs()).toEqual([]);
    const { id } = await plan(null);
    expect(await waitingJobs()).toEqual([{ task: "send_issue", payload: { issueId: id, after: 0 } }]);
  });

  it("refuses another one within 7 days, before and after, and says from when on there is room", async () => {
    const first = inDays(10);
    await plan(first);
    for (const days of [3.1, 9, 10, 11, 16.9]) expect(await codeOf(plan(inDays(days)))).toBe("too_soon");
    const refusal = await refusalOf(plan(inDays(12)));
    const minute = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
    const from = new Date(first.getTime() + 7 * 86_400_000);
    expect(refusal.facts).toEqual({ other: `${minute.format(first)} UTC`, from: `${minute.format(from)} UTC` });
    await plan(from);
    await plan(new Date(first.getTime() - 7 * 86_400_000));
  });

  it("lets one of two at once through", async () => {
    expect(await outcomesOf([plan(null), plan(null), plan(inDays(2))])).toEqual(["done", "too_soon", "too_soon"]);
  });

  it("is refused by the database itself", async () => {
    await anIssue({ scheduledFor: inDays(1) });
    await expect(anIssue({ scheduledFor: inDays(7.9) })).rejects.toThrow();
    await anIssue({ scheduledFor: inDays(8.1) });
  });

  it("counts no issue that was taken back, or never sent for having nothing left", async () => {
    const { id } = await plan(inDays(1));
    await cancelIssue(await editor(), id);
    expect((await getIssue(id))?.state).toBe("draft");
    await anIssue({ scheduledFor: inDays(-1), emptiedAt: new Date() });
    await plan(inDays(1.5));
  });

  it("needs an article that everyone can read, a time to come, and the issue as it was seen", async () => {
    const empty = await anIssue({ tellsOf: [] });
    expect(await codeOf(scheduleIssue(await editor(), { issue: empty.id, version: 1, at: null }))).toBe("issue_empty");
    for (const days of [-1, 91]) expect(await codeOf(plan(inDays(days)))).toBe("time_past");
    const { id } = await anIssue();
    expect(await codeOf(scheduleIssue(await editor(), { issue: id, version: 2, at: null }))).toBe("issue_changed");
  });
});

describe("taking an issue back", () => {
  it("works while it waits, and not once it was begun", async () => {
    const begun = await anIssue({ scheduledFor: inDays(-10), startedAt: inDays(-10) });
    expect(await codeOf(cancelIssue(await editor(), begun.id))).toBe("issue_sent");
    expect(await codeOf(cancelIssue(await editor(), (await anIssue()).id))).toBe("issue_not_waiting");
    expect(await codeOf(cancelIssue(await editor(), 987_654_321))).toBe("not_found");
  });
});

it("staff are told how many are on the list, of those who confirmed", async () => {
  const before = await countSubscribers();
  await aSubscriber();
  await aSubscriber({ confirmedAt: null });
  expect(await countSubscribers()).toBe(before + 1);
  expect((await db.select().from(newsletterIssues)).length).toBe(0);
});
