import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { cases, comments, heldEdits, members, reports, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { ownNames } from "@/lib/testimonials/own-names";
import type { Thing } from "./policy";
import type { ReportedKind, RestrictionKind } from "./schema";

export type LockedSubject = {
  caseId: number;
  case: typeof cases.$inferSelect;
  thread: typeof threads.$inferSelect | null;
  comment: typeof comments.$inferSelect | null;
  author: typeof members.$inferSelect;
  threadId: number | null;
  commentId: number | null;
  /** When the words, or the profile, were hidden. */
  hiddenAt: Date | null;
};

/** Locks the thread before the comment, the profile and the case, in the order in which comments are posted. */
export async function lockSubject(tx: Transaction, caseId: number): Promise<LockedSubject | null> {
  const [about] = await tx.select().from(cases).where(eq(cases.id, caseId));
  if (!about) return null;
  const { threadId, commentId, memberId } = about;
  if (threadId) await tx.execute(sql`SELECT FROM threads WHERE id = ${threadId} FOR UPDATE`);
  if (commentId) await tx.execute(sql`SELECT FROM comments WHERE id = ${commentId} FOR UPDATE`);
  if (memberId) await tx.execute(sql`SELECT FROM members WHERE id = ${memberId} FOR UPDATE`);
  await tx.execute(sql`SELECT FROM cases WHERE id = ${caseId} FOR UPDATE`);
  return findSubject(tx, caseId);
}

/**
 * Locks what several cases are about, and then the cases, each kind in the order of its ids: like `lockSubject`, and two
 * of these never wait for each other.
 * @returns those that are there, in the order of their ids
 */
export async function lockSubjects(tx: Transaction, caseIds: number[]): Promise<LockedSubject[]> {
  const about = await tx.select().from(cases).where(inArray(cases.id, caseIds));
  const idsOf = (column: "threadId" | "commentId" | "memberId" | "id") => about.flatMap((row) => row[column] ?? []);
  const inOrder = async (table: typeof threads | typeof comments | typeof members | typeof cases, ids: number[]) => {
    await tx.select({ id: table.id }).from(table).where(inArray(table.id, ids)).orderBy(asc(table.id)).for("update");
  };
  await inOrder(threads, idsOf("threadId"));
  await inOrder(comments, idsOf("commentId"));
  await inOrder(members, idsOf("memberId"));
  await inOrder(cases, idsOf("id"));
  const found: LockedSubject[] = [];
  for (const id of idsOf("id").toSorted((one, other) => one - other)) {
    const subject = await findSubject(tx, id);
    if (subject) found.push(subject);
  }
  return found;
}

/** The same rows to look at, without locks. */
export async function findSubject(tx: Transaction, caseId: number): Promise<LockedSubject | null> {
  const [found] = await tx
    .select()
    .from(cases)
    .innerJoin(members, eq(members.id, cases.authorId))
    .leftJoin(threads, eq(threads.id, cases.threadId))
    .leftJoin(comments, eq(comments.id, cases.commentId))
    .where(eq(cases.id, caseId));
  if (!found) return null;
  const { cases: row, threads: thread, comments: comment, members: author } = found;
  const hiddenAt = row.memberId ? author.bioHiddenAt : ((comment ?? thread)?.hiddenAt ?? null);
  const { threadId, commentId } = row;
  return { caseId, case: row, thread, comment, author, threadId, commentId, hiddenAt };
}

/** What a case is about and who reported it, for the rules. `found` need not be locked where it is only read. */
export async function thingOf(
  tx: Transaction,
  actor: Actor,
  { case: row, thread, comment, author, hiddenAt }: LockedSubject,
): Promise<{ thing: Thing; reporterIds: number[] }> {
  const words = comment ?? thread;
  const [names, reporters, inForce, pending] = [
    await ownNames(tx, actor.memberId),
    await tx.select({ id: reports.reporterId }).from(reports).where(eq(reports.caseId, row.id)),
    await tx.execute<{ kind: RestrictionKind }>(sql`
      SELECT DISTINCT kind FROM restrictions WHERE member_id = ${author.id} AND lifted_at IS NULL
        AND (ends_at IS NULL OR ends_at > now())`),
    row.threadId === null
      ? []
      : await tx
          .select({ id: heldEdits.id })
          .from(heldEdits)
          .where(row.commentId ? eq(heldEdits.commentId, row.commentId) : eq(heldEdits.threadId, row.threadId)),
  ];
  const thing: Thing = {
    subject: row.memberId ? "profile" : row.commentId ? "comment" : "thread",
    kind: kindOf(thread, comment),
    authorId: names.includes(author.id) ? actor.memberId : author.id,
    authorRole: author.role,
    persona: author.kind === "persona",
    // What was removed while it waited still carries the time since when; it is not on its way to be seen.
    held: words !== null && words.heldAt !== null && words.removedAt === null,
    editHeld: pending.length > 0,
    hidden: hiddenAt !== null,
    removed: words !== null && words.removedAt !== null,
    withdrawn: words !== null && (words.withdrawnAt !== null || Boolean(thread?.withdrawnAt)),
    locked: Boolean(thread?.lockedAt),
    slowed: Boolean(thread?.slowedAt),
    inForce: inForce.map(({ kind }) => kind),
  };
  return { thing, reporterIds: reporters.map(({ id }) => id) };
}

function kindOf(thread: LockedSubject["thread"], comment: LockedSubject["comment"]): ReportedKind {
  if (comment) return "comment";
  if (!thread) return "profile";
  return thread.kind === "testimonial" || thread.kind === "article" ? thread.kind : "post";
}
