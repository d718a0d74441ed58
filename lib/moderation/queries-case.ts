import { and, asc, between, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { cases, comments, decisions, members, posts, reports, shownTestimonials, threads, articles } from "@/db/schema";
import type { Actor, Role } from "@/lib/platform/actor";
import type { Addressed } from "@/lib/platform/urls";
import { ownNames } from "@/lib/testimonials/own-names";
import { getTestimonial, listFollowUps, type ShownFollowUp, type Testimonial } from "@/lib/testimonials/queries";
import { canDecide, decisionsFor, type Thing } from "./policy";
import { withdrawnTitle } from "./labels";
import type { DecisionKind, ReportReason, Rule } from "./schema";

export type ContextComment = {
  position: number;
  handle: string;
  bodyHtml: string;
  createdAt: Date;
  state: "shown" | "hidden" | "removed" | "withdrawn";
};

export type CaseView = {
  id: number;
  version: number;
  openedAt: Date;
  dueAt: Date;
  closed: boolean;
  reason: ReportReason;
  thread: Addressed & { title: string; audience: "public" | "members"; bodyHtml: string; createdAt: Date };
  /** Its answers, as far as their author lets them be shown, and how it was later. */
  told: { answers: Testimonial; later: ShownFollowUp[] } | null;
  position: number | null;
  /** Why the software held it back; empty where only people reported it. */
  suspicion: string;
  thing: Thing;
  author: { handle: string; role: Role; joinedAt: Date; threads: number; comments: number; decisions: number };
  context: ContextComment[];
  reports: { handle: string; reason: ReportReason; note: string; createdAt: Date }[];
  history: { kind: DecisionKind; rule: Rule; reason: string; moderator: string; createdAt: Date }[];
  viewerCan: DecisionKind[];
};

/** One case with everything that a moderator needs to decide it. */
export async function getCase(actor: Actor, id: number): Promise<CaseView | null> {
  const [found] = await db
    .select()
    .from(cases)
    .innerJoin(threads, eq(threads.id, cases.threadId))
    .where(eq(cases.id, id));
  if (!found) return null;
  const [comment] = found.cases.commentId
    ? await db.select().from(comments).where(eq(comments.id, found.cases.commentId))
    : [];
  const subject = comment ?? found.threads;
  const names = await db.transaction((tx) => ownNames(tx, actor.memberId));
  const thing: Thing = {
    isComment: comment !== undefined,
    authorId: names.includes(subject.authorId) ? actor.memberId : subject.authorId,
    held: !comment && found.threads.heldAt !== null,
    hidden: subject.hiddenAt !== null,
    removed: subject.removedAt !== null,
    withdrawn: subject.withdrawnAt !== null,
    locked: found.threads.lockedAt !== null,
  };
  const [author, context, allReports, history, bodyHtml, told] = await Promise.all([
    getStanding(subject.authorId),
    comment ? listContext(found.threads.id, comment.position) : [],
    listReports(id),
    listHistory(found.threads.id, found.cases.commentId),
    found.threads.withdrawnAt ? "" : bodyOf(found.threads.id),
    comment || found.threads.withdrawnAt ? null : toldIn(found.threads.id),
  ]);
  const reporterIds = allReports.map((report) => report.reporterId);
  const { audience, kind, slug, createdAt, withdrawnAt } = found.threads;
  const title = withdrawnAt ? withdrawnTitle : found.threads.title;
  return {
    ...found.cases,
    closed: found.cases.closedAt !== null,
    thread: { id: found.threads.id, title, audience, kind, slug, createdAt, bodyHtml },
    told,
    position: comment?.position ?? null,
    thing,
    author,
    context,
    reports: allReports,
    history,
    viewerCan: decisionsFor(thing).filter((decision) => canDecide(actor, thing, reporterIds, decision).allowed),
  };
}

async function getStanding(memberId: number): Promise<CaseView["author"]> {
  const [row] = await db
    .select({
      handle: members.handle,
      role: members.role,
      joinedAt: members.joinedAt,
      threads: sql<number>`(SELECT count(*)::int FROM threads t WHERE t.author_id = ${memberId})`,
      comments: sql<number>`(SELECT count(*)::int FROM comments c WHERE c.author_id = ${memberId})`,
      decisions: sql<number>`(SELECT count(*)::int FROM statements s WHERE s.member_id = ${memberId})`,
    })
    .from(members)
    .where(eq(members.id, memberId));
  if (!row) throw new Error("the author is gone");
  return row;
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
      reporterId: reports.reporterId,
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

/** Everything that was decided about this thing, in this case and in earlier ones. */
async function listHistory(threadId: number, commentId: number | null): Promise<CaseView["history"]> {
  return db
    .select({
      kind: decisions.kind,
      rule: decisions.rule,
      reason: decisions.reason,
      moderator: members.handle,
      createdAt: decisions.createdAt,
    })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .innerJoin(members, eq(members.id, decisions.moderatorId))
    .where(sql`${cases.threadId} = ${threadId} AND ${cases.commentId} IS NOT DISTINCT FROM ${commentId}`)
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
