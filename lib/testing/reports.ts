import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { cases, comments, decisions, reports, statements } from "@/db/schema";
import type { ReportReason } from "@/lib/moderation/schema";
import { aMember, type Member } from "./factories";

type GivenCase = {
  thread: { id: number };
  comment?: { id: number };
  reason?: ReportReason;
  reporter?: Member;
  dueAt?: Date;
};

/** An open case with one report. */
export async function aCase({ thread, comment, reason = "other", reporter, dueAt = new Date() }: GivenCase) {
  const values = { threadId: thread.id, commentId: comment?.id ?? null, reason, dueAt, reportCount: 1 };
  const [made] = await db.insert(cases).values(values).returning();
  if (!made) throw new Error("the case was not made");
  const reporterId = (reporter ?? (await aMember())).id;
  await db.insert(reports).values({ caseId: made.id, reporterId, reason });
  return made;
}

/** A statement that an author was sent about a thread or a comment of theirs. */
export async function aStatement({
  thread,
  comment,
}: {
  thread: { id: number; authorId: number };
  comment?: { id: number };
}) {
  const { id: caseId } = await aCase({ thread, comment });
  await db.update(cases).set({ closedAt: new Date() }).where(eq(cases.id, caseId));
  const moderatorId = (await aMember({ role: "moderator" })).id;
  const values = { caseId, moderatorId, kind: "hide" as const, rule: "kindness" as const, reason: "It was unkind." };
  const [decision] = await db.insert(decisions).values(values).returning();
  const [about] = comment
    ? await db.select({ authorId: comments.authorId }).from(comments).where(eq(comments.id, comment.id))
    : [thread];
  const memberId = about?.authorId ?? 0;
  const [statement] = await db
    .insert(statements)
    .values({ decisionId: decision?.id ?? 0, memberId })
    .returning();
  if (!statement) throw new Error("the statement was not made");
  return statement;
}

export async function caseRow(id: number) {
  const [row] = await db.select().from(cases).where(eq(cases.id, id));
  if (!row) throw new Error("the case is gone");
  return row;
}
