import type { CaseOrigin, DecisionKind, ReportReason, RestrictionKind, Rule } from "./schema";

/** Who decided, as far as everybody may know. */
export type Decider = "moderator" | "admin" | "software";

/** What the database counted; `stated` where its author got a statement of reasons. */
export type Counted = {
  decisions: {
    kind: DecisionKind;
    rule: Rule;
    origin: CaseOrigin;
    by: Decider;
    overturned: boolean;
    stated: boolean;
    n: number;
  }[];
  reports: { reason: ReportReason; n: number }[];
  notices: number;
  /** First decisions of people, of cases that somebody waited for. */
  first: { n: number; inTime: number; medianSeconds: number | null };
  /** Made in these months, by who appealed and what came of it by now. */
  appeals: { by: "author" | "reporter"; outcome: "upheld" | "refused" | "open"; n: number }[];
  /** Of those that were decided in these months. */
  appealSeconds: number | null;
  /** At this moment, whenever they began. */
  inForce: { kind: RestrictionKind; n: number }[];
};

type Count<K extends string> = { key: K; n: number };

export type Figures = {
  reports: { n: number; byReason: Count<ReportReason>[] };
  notices: number;
  decisions: {
    n: number;
    byKind: Count<DecisionKind>[];
    byRule: Count<Rule>[];
    bySource: Count<CaseOrigin>[];
    byDecider: Count<Decider>[];
    automated: number;
    overturned: number;
    stated: number;
    /** Spam: its authors get no statement, and so it is counted. */
    unstated: number;
  };
  first: Counted["first"];
  appeals: {
    n: number;
    upheld: number;
    refused: number;
    open: number;
    byReporters: number;
    medianSeconds: number | null;
  };
  inForce: Count<RestrictionKind>[];
};

/** Adds up what the database counted, for the page and the file alike. The most frequent comes first. */
export function figuresOf(counted: Counted): Figures {
  const { decisions, reports, appeals } = counted;
  const byOutcome = (outcome: string) => total(appeals.filter((each) => each.outcome === outcome));
  return {
    reports: { n: total(reports), byReason: countBy(reports, ({ reason }) => reason) },
    notices: counted.notices,
    decisions: {
      n: total(decisions),
      byKind: countBy(decisions, ({ kind }) => kind),
      byRule: countBy(decisions, ({ rule }) => rule),
      bySource: countBy(decisions, ({ origin }) => origin),
      byDecider: countBy(decisions, ({ by }) => by),
      automated: total(decisions.filter(({ by }) => by === "software")),
      overturned: total(decisions.filter(({ overturned }) => overturned)),
      stated: total(decisions.filter(({ stated }) => stated)),
      unstated: total(decisions.filter(({ kind, stated }) => kind !== "keep" && !stated)),
    },
    first: counted.first,
    appeals: {
      n: total(appeals),
      upheld: byOutcome("upheld"),
      refused: byOutcome("refused"),
      open: byOutcome("open"),
      byReporters: total(appeals.filter(({ by }) => by === "reporter")),
      medianSeconds: counted.appealSeconds,
    },
    inForce: countBy(counted.inForce, ({ kind }) => kind),
  };
}

function total(rows: { n: number }[]): number {
  return rows.reduce((sum, { n }) => sum + n, 0);
}

function countBy<R extends { n: number }, K extends string>(rows: R[], keyOf: (row: R) => K): Count<K>[] {
  const sums = new Map<K, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.n);
  return [...sums]
    .map(([key, n]) => ({ key, n }))
    .sort((one, other) => other.n - one.n || (one.key < other.key ? -1 : 1));
}
