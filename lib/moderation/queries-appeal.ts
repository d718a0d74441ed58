import { and, asc, desc, eq, isNull, ne, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Transaction } from "@/db/client";
import { appeals, cases, comments, decisions, members, redactions, techniques, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { threadsPerPage, type Cursor } from "@/lib/platform/pagination";
import { ownNames } from "@/lib/testimonials/own-names";
import { canAnswer } from "./appeal-policy";
import { findSubject } from "./locked-case";
import { appealedOf } from "./objection";
import { titleShown } from "./queries";
import type { OwnAppeal } from "./queries-objection";
import { refusedEditField } from "./refused-edit";
import type { DecisionKind, ReportReason, Rule } from "./schema";

export type AppealRow = {
  id: number;
  kind: DecisionKind;
  by: "author" | "reporter";
  createdAt: Date;
  dueAt: Date;
  overdue: boolean;
  title: string;
  position: number | null;
  /** Null for the software. */
  moderator: string | null;
  overturned: boolean;
  mayAnswer: boolean;
};

/** Open appeals, what is due first at the top. */
export async function listAppeals(
  actor: Actor,
  after: Cursor | null,
): Promise<{ rows: AppealRow[]; more: Cursor | null }> {
  const names = await db.transaction((tx) => ownNames(tx, actor.memberId));
  const found = await openAppeals(
    actor,
    names,
    after ? sql`(${appeals.dueAt}, ${appeals.id}) > (${after.at.toISOString()}::timestamptz, ${after.id})` : undefined,
  );
  const rows = found.slice(0, threadsPerPage);
  const last = found.length > threadsPerPage ? rows.at(-1) : undefined;
  return { rows, more: last ? { at: last.dueAt, id: last.id } : null };
}

async function openAppeals(actor: Actor, names: number[], which: SQL | undefined): Promise<AppealRow[]> {
  const own = sql.join(
    names.map((name) => sql`${name}`),
    sql`, `,
  );
  return db
    .select({
      id: appeals.id,
      kind: decisions.kind,
      by: sql<AppealRow["by"]>`CASE WHEN ${appeals.statementId} IS NULL THEN 'reporter' ELSE 'author' END`,
      createdAt: appeals.createdAt,
      dueAt: appeals.dueAt,
      overdue: sql<boolean>`${appeals.dueAt} < now()`,
      title: titleShown,
      position: comments.position,
      moderator: members.handle,
      overturned: sql<boolean>`${decisions.overturnedAt} IS NOT NULL`,
      // The list form of `canAnswer`.
      mayAnswer: sql<boolean>`${decisions.moderatorId} IS DISTINCT FROM ${actor.memberId}
        AND ${appeals.memberId} NOT IN (${own}) AND ${cases.authorId} NOT IN (${own})
        AND NOT EXISTS (SELECT FROM reports r WHERE r.case_id = ${cases.id} AND r.reporter_id = ${actor.memberId})`,
    })
    .from(appeals)
    .innerJoin(decisions, eq(decisions.id, appeals.decisionId))
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .leftJoin(members, eq(members.id, decisions.moderatorId))
    .leftJoin(threads, eq(threads.id, cases.threadId))
    .leftJoin(comments, eq(comments.id, cases.commentId))
    .where(and(isNull(appeals.decidedAt), which))
    .orderBy(asc(appeals.dueAt), asc(appeals.id))
    .limit(threadsPerPage + 1);
}

export type TakenAway = { field: string; original: string };

export type AppealView = OwnAppeal & {
  version: number;
  caseId: number;
  by: "author" | "reporter";
  handle: string;
  overdue: boolean;
  /** Who answered. */
  decidedBy: string | null;
  decision: {
    id: number;
    kind: DecisionKind;
    lifts: DecisionKind | null;
    rule: Rule;
    legalGround: string | null;
    reason: string;
    endsAt: Date | null;
    createdAt: Date;
    overturnedAt: Date | null;
    /** Null for the software. */
    moderator: string | null;
    from: string | null;
    to: string | null;
  };
  /** What the decision took out of the words, which the case does not show any more. */
  taken: TakenAway[];
  alike: SimilarDecision[];
  /** Why the viewer cannot answer; null where they can. */
  refusal: string | null;
};

const moderators = alias(members, "moderators");
const deciders = alias(members, "deciders");
const origins = alias(techniques, "origins");

/** One appeal with what its decision needs; the thing itself is shown by its case. */
export async function getAppeal(actor: Actor, id: number): Promise<AppealView | null> {
  const [row] = await db
    .select({
      appeal: appeals,
      decision: decisions,
      handle: members.handle,
      overdue: sql<boolean>`${appeals.decidedAt} IS NULL AND ${appeals.dueAt} < now()`,
      decidedBy: deciders.handle,
      moderator: moderators.handle,
      from: origins.name,
      to: techniques.name,
      reason: cases.reason,
    })
    .from(appeals)
    .innerJoin(decisions, eq(decisions.id, appeals.decisionId))
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .innerJoin(members, eq(members.id, appeals.memberId))
    .leftJoin(deciders, eq(deciders.id, appeals.decidedBy))
    .leftJoin(moderators, eq(moderators.id, decisions.moderatorId))
    .leftJoin(origins, eq(origins.id, decisions.fromTechniqueId))
    .leftJoin(techniques, eq(techniques.id, decisions.toTechniqueId))
    .where(eq(appeals.id, id));
  if (!row) return null;
  const { appeal, decision, handle, overdue, decidedBy, moderator, from, to } = row;
  const { taken, alike, refusal } = await db.transaction(async (tx) => ({
    taken: await listTaken(tx, decision.id),
    alike: await listAlike(tx, row),
    refusal: await refusalOf(tx, actor, row),
  }));
  return {
    ...{ ...appeal, handle, overdue, decidedBy, taken, alike, refusal, caseId: decision.caseId },
    by: appeal.statementId === null ? "reporter" : "author",
    decision: { ...decision, moderator, from, to },
  };
}

type Row = { appeal: typeof appeals.$inferSelect; decision: typeof decisions.$inferSelect };

async function refusalOf(tx: Transaction, actor: Actor, { appeal, decision }: Row): Promise<string | null> {
  const about = await findSubject(tx, decision.caseId);
  if (!about) return "not_found";
  const may = canAnswer(actor, await appealedOf(tx, actor, about, { appeal, decision }));
  return may.allowed ? null : may.code;
}

/** Earlier wordings are left out: what stood last is what it is about. */
async function listTaken(tx: Transaction, decisionId: number): Promise<TakenAway[]> {
  const rows = await tx
    .select({ field: redactions.field, original: redactions.original })
    .from(redactions)
    .where(and(eq(redactions.decisionId, decisionId), isNull(redactions.revisionId)))
    .orderBy(asc(redactions.id));
  return rows.map(({ field, original }) => ({
    field,
    original: field === refusedEditField ? wordsOfEdit(original) : original,
  }));
}

function wordsOfEdit(row: string): string {
  const { title, body } = JSON.parse(row) as { title: string | null; body: string };
  return [title, body].filter(Boolean).join("\n\n");
}

export type SimilarDecision = {
  id: number;
  caseId: number;
  rule: Rule;
  reason: string;
  createdAt: Date;
  overturned: boolean;
};

/** The same kind of decision in recent cases that came up for the same reason. */
async function listAlike(
  tx: Transaction,
  { decision, reason }: { decision: Row["decision"]; reason: ReportReason },
): Promise<SimilarDecision[]> {
  const recent = tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.reason, reason), sql`${cases.closedAt} IS NOT NULL`, ne(cases.id, decision.caseId)))
    .orderBy(desc(cases.closedAt))
    .limit(200)
    .as("recent");
  return tx
    .select({
      id: decisions.id,
      caseId: decisions.caseId,
      rule: decisions.rule,
      reason: decisions.reason,
      createdAt: decisions.createdAt,
      overturned: sql<boolean>`${decisions.overturnedAt} IS NOT NULL`,
    })
    .from(recent)
    .innerJoin(decisions, and(eq(decisions.caseId, recent.id), eq(decisions.kind, decision.kind)))
    .orderBy(desc(decisions.id))
    .limit(5);
}
