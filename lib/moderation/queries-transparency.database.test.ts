import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { notices } from "@/db/schema";
import { monthsAsked } from "@/lib/platform/months";
import { aDecision, anAppeal, aRestriction } from "@/lib/testing/decisions";
import { aMember, aThread, aWord, hoursAgo } from "@/lib/testing/factories";
import { aCase } from "@/lib/testing/reports";
import { findMonths, getFigures } from "./queries-transparency";
import { decisionsTable, summaryTable } from "./queries-transparency-files";

const may = monthsAsked("2026-05", { first: "2025-01", current: "2026-12" }) ?? neverAsked();
const june = monthsAsked("2026-06", { first: "2025-01", current: "2026-12" }) ?? neverAsked();
const at = (day: number, hour = 12) => new Date(Date.UTC(2026, 4, day, hour));

function neverAsked(): never {
  throw new Error("these are months");
}

const figureOf = (rows: { key: string; n: number }[], key: string) => rows.find((row) => row.key === key)?.n ?? 0;

async function aNotice(createdAt: Date) {
  const { id: caseId } = await aCase({ thread: await aThread(), reason: "illegal" });
  const sender = { name: "Ana", email: "ana@example.org" };
  await db.insert(notices).values({
    reference: aWord(),
    caseId,
    address: "/posts/1",
    why: "It breaks the law of the land.",
    ...sender,
    createdAt,
  });
}

/** Everything that May is expected to count. */
beforeAll(async () => {
  const admin = await aMember({ role: "admin" });
  const decided = (day: number, openedHours: number, dueHours: number) => ({
    createdAt: at(day),
    about: { openedAt: at(day, 12 - openedHours), dueAt: at(day, 12 - openedHours + dueHours) },
  });
  // Three that people waited for: one hour, two hours, five hours; the last one was too late.
  const hidden = await aDecision({ ...decided(1, 1, 2), kind: "hide", rule: "safety" });
  await aDecision({ ...decided(2, 2, 3), kind: "keep", rule: "none", moderatorId: admin.id });
  const removed = await aDecision({ ...decided(3, 5, 4), kind: "remove", rule: "kindness", overturnedAt: at(20) });
  // A later decision on the same case is not its first.
  await aDecision({ caseId: hidden.caseId, kind: "restore", rule: "none", createdAt: at(9) });
  // Spam, found by software; hidden by software; found by staff, after no time at all.
  await aDecision({
    kind: "remove",
    rule: "spam",
    createdAt: at(4),
    about: { origin: "software", openedAt: at(4, 10) },
  });
  await aDecision({ moderatorId: null, kind: "hide", rule: "none", createdAt: at(5), about: { openedAt: at(5) } });
  await aDecision({ kind: "lock", createdAt: at(6), about: { origin: "staff", openedAt: at(6) } });
  // The months before and after: the last and the first moment.
  await aDecision({ createdAt: new Date(may.from.getTime() - 1) });
  await aDecision({ createdAt: may.to });
  const appealed = { createdAt: at(10), decidedAt: at(12) };
  await anAppeal({ decision: removed, outcome: "upheld", ...appealed });
  await anAppeal({ decision: hidden, outcome: "refused", createdAt: at(10), decidedAt: at(14) });
  await anAppeal({ decision: hidden, reporter: await aMember(), createdAt: at(30) });
  await aNotice(at(7));
  await aNotice(new Date(may.to));
}, 60_000);

describe("the figures of a month", () => {
  it("count decisions by action, rule, source and role", async () => {
    const { decisions } = await getFigures(may);
    expect(decisions.n).toBe(7);
    expect(decisions.byKind).toEqual([
      { key: "hide", n: 2 },
      { key: "remove", n: 2 },
      { key: "keep", n: 1 },
      { key: "lock", n: 1 },
      { key: "restore", n: 1 },
    ]);
    expect(Object.fromEntries(decisions.byRule.map(({ key, n }) => [key, n]))).toEqual({
      none: 3,
      kindness: 2,
      safety: 1,
      spam: 1,
    });
    expect(Object.fromEntries(decisions.bySource.map(({ key, n }) => [key, n]))).toEqual({
      report: 5,
      software: 1,
      staff: 1,
    });
    expect(Object.fromEntries(decisions.byDecider.map(({ key, n }) => [key, n]))).toEqual({
      moderator: 5,
      admin: 1,
      software: 1,
    });
  });

  it("count what is automated, taken back, and told or not", async () => {
    const { decisions } = await getFigures(may);
    expect(decisions).toMatchObject({ automated: 1, overturned: 1, stated: 5, unstated: 1 });
  });

  it("measure how long people waited for a first decision by a person", async () => {
    // One, two and five hours, and the two hours of what the software found; the second decision and those that nobody waited for are left out.
    expect((await getFigures(may)).first).toEqual({ n: 4, inTime: 3, medianSeconds: 2 * 3600 });
  });

  it("count appeals by what came of them, and measure them in the month of the answer", async () => {
    expect((await getFigures(may)).appeals).toEqual({
      n: 3,
      upheld: 1,
      refused: 1,
      open: 1,
      byReporters: 1,
      medianSeconds: 3 * 86_400,
    });
    expect((await getFigures(june)).appeals).toMatchObject({ n: 0, medianSeconds: null });
  });

  it("count notices, and reports by their reason", async () => {
    expect((await getFigures(may)).notices).toBe(1);
    expect((await getFigures(june)).notices).toBe(1);
    const months = (await findMonths())?.months ?? neverAsked();
    const before = (await getFigures(months)).reports;
    await aCase({ thread: await aThread(), reason: "spam" });
    await aCase({ thread: await aThread(), reason: "worried_about_person" });
    const { n, byReason } = (await getFigures(months)).reports;
    expect(n).toBe(before.n + 2);
    for (const reason of ["spam", "worried_about_person"]) {
      expect(figureOf(byReason, reason)).toBe(figureOf(before.byReason, reason) + 1);
    }
  });

  it("count what is in force now, not what has ended or was lifted", async () => {
    const before = (await getFigures(may)).inForce;
    await aRestriction({ member: await aMember() });
    await aRestriction({ member: await aMember(), kind: "ban" });
    await aRestriction({ member: await aMember(), endsAt: hoursAgo(1) });
    await aRestriction({ member: await aMember(), liftedAt: hoursAgo(1) });
    const { inForce } = await getFigures(may);
    expect(figureOf(inForce, "silence")).toBe(figureOf(before, "silence") + 1);
    expect(figureOf(inForce, "ban")).toBe(figureOf(before, "ban") + 1);
  });

  it("are all nothing for a month in which nothing happened", async () => {
    const july = monthsAsked("2024-07", { first: "2024-01", current: "2026-12" }) ?? neverAsked();
    const figures = await getFigures(july);
    expect(figures).toMatchObject({
      reports: { n: 0, byReason: [] },
      notices: 0,
      decisions: { n: 0, byKind: [], automated: 0, overturned: 0, stated: 0, unstated: 0 },
      first: { n: 0, inTime: 0, medianSeconds: null },
    });
  });
});

describe("the months", () => {
  it("go from the first decision to now, and no further", async () => {
    await aDecision({ createdAt: new Date("2023-02-03T00:00:00Z") });
    const now = new Date().toISOString().slice(0, 7);
    const found = await findMonths();
    expect(found?.all[0]).toBe(now);
    expect(found?.all.at(-1)).toBe("2023-02");
    expect(found?.months.last).toBe(now);
    expect(await findMonths("2023-01")).toBeNull();
    expect((await findMonths("2023-02"))?.months).toMatchObject({ first: "2023-02", last: "2023-02" });
  });
});

const linesOf = (table: string) => table.trimEnd().split("\r\n");

describe("the files", () => {
  it("hold one line per decision, with the codes of the EU and nothing of whom it was about", async () => {
    const [head, ...lines] = linesOf((await decisionsTable(may)) ?? "");
    expect(head).toBe(
      "month,action,lifted,rule,decided_by,overturned,statement,decision_visibility,decision_provision,decision_account," +
        "decision_ground,category,category_specification,source_type,automated_detection,automated_decision",
    );
    expect(lines).toEqual([
      "2026-05,hide,,none,software,no,yes,DECISION_VISIBILITY_CONTENT_DISABLED,,,DECISION_GROUND_INCOMPATIBLE_CONTENT,STATEMENT_CATEGORY_OTHER_VIOLATION_TC,,SOURCE_TYPE_OTHER_NOTIFICATION,No,AUTOMATED_DECISION_FULLY",
      "2026-05,hide,,safety,moderator,no,yes,DECISION_VISIBILITY_CONTENT_DISABLED,,,DECISION_GROUND_INCOMPATIBLE_CONTENT,STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY,KEYWORD_RISK_PUBLIC_HEALTH,SOURCE_TYPE_OTHER_NOTIFICATION,No,AUTOMATED_DECISION_NOT_AUTOMATED",
      "2026-05,keep,,none,admin,no,no,,,,,,,,,",
      "2026-05,lock,,kindness,moderator,no,yes,DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED,,,DECISION_GROUND_INCOMPATIBLE_CONTENT,STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH,,SOURCE_VOLUNTARY,No,AUTOMATED_DECISION_NOT_AUTOMATED",
      "2026-05,remove,,kindness,moderator,yes,yes,DECISION_VISIBILITY_CONTENT_REMOVED,,,DECISION_GROUND_INCOMPATIBLE_CONTENT,STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH,,SOURCE_TYPE_OTHER_NOTIFICATION,No,AUTOMATED_DECISION_NOT_AUTOMATED",
      "2026-05,remove,,spam,moderator,no,no,DECISION_VISIBILITY_CONTENT_REMOVED,,,DECISION_GROUND_INCOMPATIBLE_CONTENT,STATEMENT_CATEGORY_SCAMS_AND_FRAUD,,SOURCE_VOLUNTARY,Yes,AUTOMATED_DECISION_NOT_AUTOMATED",
      "2026-05,restore,,none,moderator,no,yes,,,,,,,,,",
    ]);
  });

  it("are refused where they would be too long", async () => {
    expect(await decisionsTable(may, 7)).not.toBeNull();
    expect(await decisionsTable(may, 6)).toBeNull();
  });

  it("hold the numbers of the page", async () => {
    const [head, ...lines] = linesOf(await summaryTable(may));
    expect(head).toBe("counted,kind,value");
    for (const line of [
      "months,first,2026-05",
      "decisions,all,7",
      "decisions_by_action,hide,2",
      "decisions,spam_without_statement,1",
      "first_decisions,within_attention_time,3",
      "first_decisions,median_seconds,7200",
      "appeals,upheld,1",
    ]) {
      expect(lines).toContain(line);
    }
  });
});
