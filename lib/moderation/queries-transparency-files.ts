import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { cases, decisions, members, statements } from "@/db/schema";
import { csv } from "@/lib/platform/csv";
import type { Months } from "@/lib/platform/months";
import { euAttributes, euCellsOf, euCodesOf } from "./dsa-vocabulary";
import { publicColumns, type PublicDecision } from "./queries-public-log";
import { getFigures, within, type Figures } from "./queries-transparency";
import type { CaseOrigin, ReportReason } from "./schema";

/** More do not go into one file. */
const mostDecisions = 50_000;

const head = ["month", "action", "lifted", "rule", "decided_by", "overturned", "statement", ...euAttributes];

/**
 * One line per decision, in an order that tells nothing of when it was within the month.
 * @returns null when there are too many for one file
 */
export async function decisionsTable(months: Months, most = mostDecisions): Promise<string | null> {
  const { month, kind, lifts, rule, by, overturned } = publicColumns;
  const stated = sql<boolean>`${statements.id} IS NOT NULL`;
  const alike = { month, kind, lifts, rule, by, overturned, stated, reason: cases.reason, origin: cases.origin };
  const groups = await db
    .select({ ...alike, n: sql<number>`count(*)::int` })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .leftJoin(members, eq(members.id, decisions.moderatorId))
    .leftJoin(statements, eq(statements.decisionId, decisions.id))
    .where(within(decisions.createdAt, months))
    .groupBy(...Object.values(alike));
  if (groups.reduce((sum, { n }) => sum + n, 0) > most) return null;
  const lines = groups
    .map((group) => ({ cells: cellsOf(group), n: group.n }))
    .sort((one, other) => (one.cells.join() < other.cells.join() ? -1 : 1));
  return csv(
    head,
    lines.flatMap(({ cells, n }) => Array.from({ length: n }, () => cells)),
  );
}

type Group = PublicDecision & { stated: boolean; reason: ReportReason; origin: CaseOrigin };

function cellsOf({ month, kind, lifts, rule, by, overturned, stated, reason, origin }: Group): (string | null)[] {
  return [
    ...[month, kind, lifts, rule, by, yesNo(overturned), yesNo(stated)],
    ...euCellsOf(euCodesOf({ kind, rule, reason, origin, automated: by === "software" })),
  ];
}

const yesNo = (value: boolean) => (value ? "yes" : "no");

/**
 * The numbers of the page as three columns: what was counted, of which kind, how often.
 * @param besides lines about what others count for the same months
 */
export async function summaryTable(months: Months, besides: Line[] = []): Promise<string> {
  return csv(["counted", "kind", "value"], [...linesOf(months, await getFigures(months)), ...besides]);
}

type Line = [counted: string, kind: string, value: string | number | null];

function linesOf({ first, last }: Months, figures: Figures): Line[] {
  const { reports, notices, decisions, appeals, inForce } = figures;
  const each = (counted: string, counts: { key: string; n: number }[]) =>
    counts.map(({ key, n }): Line => [counted, key, n]);
  return [
    ["months", "first", first],
    ["months", "last", last],
    ["reports", "all", reports.n],
    ...each("reports_by_reason", reports.byReason),
    ["notices", "all", notices],
    ["decisions", "all", decisions.n],
    ...each("decisions_by_action", decisions.byKind),
    ...each("decisions_by_rule", decisions.byRule),
    ...each("decisions_by_source", decisions.bySource),
    ...each("decisions_by_decider", decisions.byDecider),
    ["decisions", "automated", decisions.automated],
    ["decisions", "overturned", decisions.overturned],
    ["decisions", "with_statement", decisions.stated],
    ["decisions", "spam_without_statement", decisions.unstated],
    ["first_decisions", "all", figures.first.n],
    ["first_decisions", "within_attention_time", figures.first.inTime],
    ["first_decisions", "median_seconds", rounded(figures.first.medianSeconds)],
    ["appeals", "all", appeals.n],
    ["appeals", "by_reporters", appeals.byReporters],
    ["appeals", "upheld", appeals.upheld],
    ["appeals", "refused", appeals.refused],
    ["appeals", "open", appeals.open],
    ["appeals", "median_seconds", rounded(appeals.medianSeconds)],
    ...each("restrictions_in_force_now", inForce),
  ];
}

/** To the minute: a single case's exact time says more than a median is meant to. */
function rounded(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds / 60) * 60;
}
