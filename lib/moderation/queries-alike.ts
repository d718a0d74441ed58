import { and, desc, eq, ne, sql, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { cases, comments, members, threads } from "@/db/schema";
import { excerptOf } from "@/lib/platform/markdown";
import { withdrawnTitle } from "./labels";
import type { DecisionKind, ReportedKind, ReportReason, Rule } from "./schema";

type PastOutcome = { kind: DecisionKind; lifts: DecisionKind | null; rule: Rule; overturned: boolean };

/** Another case, in short, with what was decided then. */
export type PastCase = {
  id: number;
  reason: ReportReason;
  openedAt: Date;
  closedAt: Date | null;
  distressing: boolean;
  kind: ReportedKind;
  /** Empty for what is hard to read. */
  title: string;
  extract: string;
  position: number | null;
  outcomes: PastOutcome[];
};

/** Of so many of the newest for the same reason, those about the same kind of thing are looked for. */
const lookedAt = 200;
const shown = 5;

const kindOfCase = sql<ReportedKind>`CASE WHEN ${cases.memberId} IS NOT NULL THEN 'profile'
  WHEN ${cases.commentId} IS NOT NULL THEN 'comment'
  WHEN ${threads.kind} IN ('testimonial', 'article') THEN ${threads.kind}::text ELSE 'post' END`;

const takenBack = sql`(${threads.withdrawnAt} IS NOT NULL OR ${comments.withdrawnAt} IS NOT NULL)`;

/** Words that are hard to read stay where they are, and so does what its author has taken back. */
const titleShown = sql<string>`CASE WHEN ${cases.distressing} THEN '' WHEN ${takenBack} THEN ${withdrawnTitle}
  ELSE coalesce(${threads.title}, 'Profile of ' || ${members.handle}) END`;
const extractShown = sql<string>`CASE WHEN ${cases.distressing} OR ${takenBack} THEN ''
  ELSE coalesce(left(${comments.body}, 400), ${threads.excerpt}, left(${members.bio}, 400), '') END`;

const outcomes = sql<PastOutcome[]>`(SELECT coalesce(json_agg(json_build_object('kind', d.kind, 'lifts', d.lifts,
  'rule', d.rule, 'overturned', d.overturned_at IS NOT NULL) ORDER BY d.id), '[]')
  FROM decisions d WHERE d.case_id = ${cases.id})`;

/** The newest closed cases for the same reason about the same kind of thing. */
export async function listAlike(about: { id: number; reason: ReportReason; kind: ReportedKind }): Promise<PastCase[]> {
  // As a list that is made first: as a join the planner reads every case for it.
  const newest = sql`${cases.id} = ANY(ARRAY(SELECT n.id FROM cases n WHERE n.reason = ${about.reason}
    AND n.closed_at IS NOT NULL ORDER BY n.closed_at DESC LIMIT ${lookedAt}))`;
  const alike = and(newest, ne(cases.id, about.id), sql`${kindOfCase} = ${about.kind}`);
  return pastCases(alike, sql`${cases.closedAt} DESC`, shown);
}

/** The newest cases about an author's words or profile, open ones too. Those of a persona are the persona's alone. */
export async function listCasesOf(authorId: number, { but = 0, most = shown } = {}): Promise<PastCase[]> {
  return pastCases(and(eq(cases.authorId, authorId), ne(cases.id, but)), desc(cases.openedAt), most);
}

async function pastCases(which: SQL | undefined, order: SQL, most: number): Promise<PastCase[]> {
  const rows = await db
    .select({
      id: cases.id,
      reason: cases.reason,
      openedAt: cases.openedAt,
      closedAt: cases.closedAt,
      distressing: cases.distressing,
      kind: kindOfCase,
      title: titleShown,
      extract: extractShown,
      position: comments.position,
      outcomes,
    })
    .from(cases)
    .leftJoin(threads, eq(threads.id, cases.threadId))
    .leftJoin(comments, eq(comments.id, cases.commentId))
    .leftJoin(members, eq(members.id, cases.memberId))
    .where(which)
    .orderBy(order)
    .limit(most);
  return rows.map((row) => ({ ...row, extract: excerptOf(row.extract) }));
}
