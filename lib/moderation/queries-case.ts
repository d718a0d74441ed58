import { and, asc, between, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { cases, comments, decisions, members, posts, reports, shownTestimonials, threads, articles } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import type { Addressed } from "@/lib/platform/urls";
import { getTestimonial, listFollowUps, type ShownFollowUp, type Testimonial } from "@/lib/testimonials/queries";
import { findSubject, thingOf } from "./locked-case";
import { withdrawnTitle } from "./labels";
import type { About } from "./open-case";
import { canDecide, measuresFor, nextInOrder, penaltiesFor, type Thing } from "./policy";
import { listAlike, listCasesOf, type PastCase } from "./queries-alike";
import { getAuthorStanding, type AuthorStanding } from "./queries-author";
import { getEdits, noEdits, type Edits } from "./queries-edits";
import type { CaseOrigin, DecisionKind, Measure, Penalty, ReportReason, Rule } from "./schema";

export { noteRead } from "./note-read";

export type ContextComment = {
  position: number;
  handle: string;
  bodyHtml: string;
  createdAt: Date;
  state: "shown" | "hidden" | "removed" | "withdrawn";
};

type PastDecision = {
  id: number;
  caseId: number;
  kind: DecisionKind;
  lifts: DecisionKind | null;
  rule: Rule;
  reason: string;
  endsAt: Date | null;
  overturnedAt: Date | null;
  /** Null for the software. */
  moderator: string | null;
  createdAt: Date;
};

export type CaseView = {
  id: number;
  version: number;
  openedAt: Date;
  dueAt: Date;
  closed: boolean;
  reason: ReportReason;
  origin: CaseOrigin;
  distressing: boolean;
  claimedBy: number | null;
  claimedAt: Date | null;
  thread: (Addressed & { title: string; audience: "public" | "members"; bodyHtml: string; createdAt: Date }) | null;
  /** What a reported profile says. */
  bioHtml: string;
  /** Its answers, as far as their author lets them be shown, and how it was later. */
  told: { answers: Testimonial; later: ShownFollowUp[] } | null;
  position: number | null;
  /** Why the software held it back; empty where only people reported it. */
  suspicion: string;
  thing: Thing;
  author: AuthorStanding;
  context: ContextComment[];
  reports: { handle: string; reason: ReportReason; note: string; createdAt: Date }[];
  /** Everything that was decided about this thing, in this case and in earlier ones. */
  history: PastDecision[];
  edits: Edits;
  /** What was decided about others for the same reason, and about the same author. */
  alike: PastCase[];
  ofAuthor: PastCase[];
  /** What the viewer may decide; empty for their own words or report. */
  measures: Measure[];
  penalties: Penalty[];
  suggested: { penalty: Penalty; days?: string };
};

/** One case with everything that a moderator needs to decide it. */
export async function getCase(actor: Actor, id: number): Promise<CaseView | null> {
  const read = await db.transaction(async (tx) => {
    const found = await findSubject(tx, id);
    return found && { found, ...(await thingOf(tx, actor, found)) };
  });
  if (!read) return null;
  const { found, thing, reporterIds } = read;
  const { thread, comment, author: member, case: row } = found;
  const mayDecide = canDecide(actor, thing, reporterIds).allowed;
  const [author, context, allReports, history, edits, alike, ofAuthor, bodyHtml, told] = await Promise.all([
    getAuthorStanding(member.id),
    comment && thread ? listContext(thread.id, comment.position) : [],
    listReports(id),
    listHistory(row),
    thread && !thing.withdrawn ? getEdits({ threadId: thread.id, commentId: row.commentId }) : noEdits,
    listAlike({ id, reason: row.reason, kind: thing.kind }),
    listCasesOf(member.id, { but: id }),
    thread && !thread.withdrawnAt ? bodyOf(thread.id) : "",
    comment || !thread || thread.withdrawnAt ? null : toldIn(thread.id),
  ]);
  if (!author) throw new Error("the author is gone");
  return {
    ...row,
    closed: row.closedAt !== null,
    thread: thread && threadShown(thread, bodyHtml),
    bioHtml: thread ? "" : member.bioHtml,
    position: comment?.position ?? null,
    ...{ told, thing, author, context, reports: allReports, history, edits, alike, ofAuthor },
    measures: mayDecide ? measuresFor(thing) : [],
    penalties: mayDecide ? penaltiesFor(actor, thing) : [],
    suggested: nextInOrder(author.penalties),
  };
}

function threadShown(thread: typeof threads.$inferSelect, bodyHtml: string): CaseView["thread"] {
  const { id, audience, kind, slug, createdAt, withdrawnAt } = thread;
  return { id, audience, kind, slug, createdAt, bodyHtml, title: withdrawnAt ? withdrawnTitle : thread.title };
}

/** The comment with two before and two after it. */
async function listContext(threadId: number, position: number): Promise<ContextComment[]> {
  const rows = await db
    .select({ comment: comments, handle: members.handle })
    .from(comments)
    .innerJoin(members, eq(members.id, comments.authorId))
    .where(and(eq(comments.threadId, threadId), between(comments.position, position - 2, position + 2)))
    .orderBy(asc(comments.position));
  return rows.map(({ comment, handle }) => ({
    position: comment.position,
    handle,
    bodyHtml: comment.withdrawnAt ? "" : comment.bodyHtml,
    createdAt: comment.createdAt,
    state: comment.withdrawnAt ? "withdrawn" : comment.removedAt ? "removed" : comment.hiddenAt ? "hidden" : "shown",
  }));
}

async function listReports(caseId: number) {
  return db
    .select({
      handle: members.handle,
      reason: reports.reason,
      note: reports.note,
      createdAt: reports.createdAt,
    })
    .from(reports)
    .innerJoin(members, eq(members.id, reports.reporterId))
    .where(eq(reports.caseId, caseId))
    .orderBy(asc(reports.createdAt))
    .limit(100);
}

async function listHistory({ threadId, commentId, memberId }: About): Promise<PastDecision[]> {
  return db
    .select({
      id: decisions.id,
      caseId: decisions.caseId,
      kind: decisions.kind,
      lifts: decisions.lifts,
      rule: decisions.rule,
      reason: decisions.reason,
      endsAt: decisions.endsAt,
      overturnedAt: decisions.overturnedAt,
      moderator: members.handle,
      createdAt: decisions.createdAt,
    })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .leftJoin(members, eq(members.id, decisions.moderatorId))
    .where(
      threadId
        ? and(eq(cases.threadId, threadId), sql`${cases.commentId} IS NOT DISTINCT FROM ${commentId}`)
        : eq(cases.memberId, memberId ?? 0),
    )
    .orderBy(asc(decisions.id));
}

async function bodyOf(threadId: number): Promise<string> {
  const [row] = await db
    .select({
      html: sql<string>`coalesce(${posts.bodyHtml}, ${shownTestimonials.storyHtml}, ${articles.bodyHtml}, '')`,
    })
    .from(threads)
    .leftJoin(posts, eq(posts.threadId, threads.id))
    .leftJoin(shownTestimonials, eq(shownTestimonials.threadId, threads.id))
    .leftJoin(articles, eq(articles.threadId, threads.id))
    .where(eq(threads.id, threadId));
  return row?.html ?? "";
}

async function toldIn(threadId: number): Promise<CaseView["told"]> {
  const [answers, later] = await Promise.all([getTestimonial(threadId), listFollowUps(threadId)]);
  return answers ? { answers, later } : null;
}
