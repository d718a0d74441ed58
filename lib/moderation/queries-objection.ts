import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { appeals, cases, comments, reports, threads } from "@/db/schema";
import { ownNames } from "@/lib/testimonials/own-names";
import { canAppeal } from "./appeal-policy";
import { findObjection, type Ground } from "./objection";
import { titleShown } from "./queries";
import type { AppealOutcome, ReportReason } from "./schema";

export { noteAnswerOpened } from "./note-answer-opened";

/** What a member said against a decision, and what came of it. */
export type OwnAppeal = {
  id: number;
  body: string;
  createdAt: Date;
  dueAt: Date;
  decidedAt: Date | null;
  outcome: AppealOutcome | null;
  answer: string | null;
};

export type ObjectionView = {
  appeal: OwnAppeal | null;
  /** Why they cannot object; null where they can. */
  refusal: string | null;
  until: Date;
  /** Whether the decision holds, or was taken back, or something else was decided since. */
  decision: "stands" | "overturned" | "superseded";
};

/** Whether a member can object to a decision, and the objection that they made. */
export async function getObjection(memberId: number, ground: Ground): Promise<ObjectionView | null> {
  const found = await db.transaction((tx) => findObjection(tx, memberId, ground));
  if (!found) return null;
  const { appeal, until, overturned, superseded } = found;
  const may = canAppeal(found);
  const decision = superseded ? "superseded" : overturned ? "overturned" : "stands";
  return { appeal, until, decision, refusal: may.allowed ? null : may.code };
}

export type ReportedThing = {
  id: number;
  reason: ReportReason;
  createdAt: Date;
  title: string;
  position: number | null;
};

/** What a member reported, for the page on which they object to its outcome. */
export async function getReportedThing(memberId: number, id: number): Promise<ReportedThing | null> {
  const [row] = await db
    .select({
      id: reports.id,
      reason: reports.reason,
      createdAt: reports.createdAt,
      title: titleShown,
      position: comments.position,
    })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .leftJoin(threads, eq(threads.id, cases.threadId))
    .leftJoin(comments, eq(comments.id, cases.commentId))
    .where(and(eq(reports.id, id), eq(reports.reporterId, memberId)));
  return row ?? null;
}

/** `new` is an answer that was not opened yet. */
export type ObjectionState = "open" | "new" | AppealOutcome;

/** The statements to which a member objected, under whichever name, and what came of it. */
export async function listObjections(memberId: number): Promise<Map<number, ObjectionState>> {
  const names = await db.transaction((tx) => ownNames(tx, memberId));
  const rows = await db
    .select()
    .from(appeals)
    .where(and(inArray(appeals.memberId, names), isNotNull(appeals.statementId)))
    .orderBy(desc(appeals.createdAt))
    .limit(100);
  return new Map(
    rows.map(({ statementId, outcome, seenAt }) => [
      Number(statementId),
      outcome === null ? "open" : seenAt === null ? "new" : outcome,
    ]),
  );
}
