import { and, asc, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { comments, heldEdits, members, revisions, threads } from "@/db/schema";
import type { Role } from "@/lib/platform/actor";
import { commentsPerPage } from "@/lib/platform/pagination";
import type { Addressed } from "@/lib/platform/urls";
import { freeEditHours } from "@/lib/threads/policy";

/** Why a comment's words are not there; null for one that can be read. */
type Gone = "withdrawn" | "removed" | "hidden" | "held" | null;

export type Comment = {
  id: number;
  position: number;
  replyTo: number | null;
  bodyHtml: string;
  createdAt: Date;
  editedAt: Date | null;
  hasHistory: boolean;
  gone: Gone;
  author: { id: number; handle: string; role: Role; credential: string | null };
};

const commentQuery = db
  .select({
    id: comments.id,
    position: comments.position,
    replyTo: comments.replyToPosition,
    // Words that are not for reading never leave the database.
    bodyHtml: sql<string>`CASE WHEN ${comments.visible} THEN ${comments.bodyHtml} ELSE '' END`,
    createdAt: comments.createdAt,
    editedAt: comments.editedAt,
    hasHistory: sql<boolean>`${comments.editedAt} IS NOT NULL AND EXISTS (SELECT 1 FROM revisions r WHERE r.comment_id = ${comments.id})`,
    gone: sql<Gone>`CASE WHEN ${comments.withdrawnAt} IS NOT NULL THEN 'withdrawn' WHEN ${comments.removedAt} IS NOT NULL THEN 'removed' WHEN ${comments.hiddenAt} IS NOT NULL THEN 'hidden' WHEN ${comments.heldAt} IS NOT NULL THEN 'held' END`,
    author: { id: members.id, handle: members.handle, role: members.role, credential: members.credential },
  })
  .from(comments)
  .innerJoin(members, eq(members.id, comments.authorId))
  .where(
    and(
      eq(comments.threadId, sql.placeholder("thread")),
      sql`${comments.position} BETWEEN ${sql.placeholder("from")} AND ${sql.placeholder("to")}`,
    ),
  )
  .orderBy(asc(comments.position))
  .prepare("list_comments");

/** The comments of one page of a thread that `getThread` has found readable, in their order. */
export async function listComments(thread: number, page: number): Promise<Comment[]> {
  const from = (page - 1) * commentsPerPage + 1;
  return commentQuery.execute({ thread, from, to: from + commentsPerPage - 1 });
}

/** The comments that came after a position, as many as one page holds. */
export async function listCommentsAfter(thread: number, position: number): Promise<Comment[]> {
  return commentQuery.execute({ thread, from: position + 1, to: position + commentsPerPage });
}

export type OwnComment = {
  id: number;
  position: number;
  body: string;
  free: boolean;
  held: boolean;
  /** These words are a change that waits for a moderator; another one takes its place. */
  waits: boolean;
  thread: Addressed & { title: string };
};

/** A comment of one's own that was not withdrawn; the verbs decide again what may be done to it. */
export async function getOwnComment(memberId: number, id: number): Promise<OwnComment | null> {
  const [comment] = await db
    .select({
      id: comments.id,
      position: comments.position,
      body: sql<string>`coalesce(${heldEdits.body}, ${comments.body})`,
      waits: sql<boolean>`${heldEdits.id} IS NOT NULL`,
      free: sql<boolean>`${comments.createdAt} >= now() - make_interval(hours => ${freeEditHours})`,
      held: sql<boolean>`${comments.heldAt} IS NOT NULL`,
      thread: { id: threads.id, kind: threads.kind, slug: threads.slug, title: threads.title },
    })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .leftJoin(heldEdits, eq(heldEdits.commentId, comments.id))
    .where(and(eq(comments.id, id), eq(comments.authorId, memberId), sql`${comments.withdrawnAt} IS NULL`));
  return comment ?? null;
}

export type CommentHistory = {
  thread: Addressed & { title: string };
  position: number;
  revisions: { bodyHtml: string; replacedAt: Date }[];
};

/** What a readable comment was before its late edits, newest first. For members. */
export async function getCommentHistory(id: number): Promise<CommentHistory | null> {
  const rows = await db
    .select({
      thread: { id: threads.id, kind: threads.kind, slug: threads.slug, title: threads.title },
      position: comments.position,
      bodyHtml: revisions.bodyHtml,
      replacedAt: revisions.createdAt,
    })
    .from(revisions)
    .innerJoin(comments, eq(comments.id, revisions.commentId))
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(and(eq(comments.id, id), eq(comments.visible, true), eq(threads.visible, true)))
    .orderBy(desc(revisions.createdAt), desc(revisions.id))
    .limit(100);
  const [first] = rows;
  if (!first) return null;
  return { thread: first.thread, position: first.position, revisions: rows };
}
