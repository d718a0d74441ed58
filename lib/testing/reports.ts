import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { cases, decisions, reports, statements } from "@/db/schema";
import type { ReportReason } from "@/lib/moderation/schema";
import { aMember, type Member } from "./factories";

type GivenCase = {
  thread?: { id: number; authorId: number };
  comment?: { id: number; authorId: number };
  /** Whose profile is meant, where no thread is. */
  member?: { id: number };
  reason?: ReportReason;
  reporter?: Member;
  dueAt?: Date;
};

/** An open case with one report. */
export async function aCase({ thread, comment, member, reason = "other", reporter, dueAt = new Date() }: GivenCase) {
  const authorId = comment?.authorId ?? thread?.authorId ?? member?.id ?? 0;
  const about = { threadId: thread?.id ?? null, commentId: comment?.id ?? null, memberId: member?.id ?? null };
  const values = { ...about, authorId, reason, dueAt, queueAt: dueAt, reportCount: 1, weight: 1 };
  const [made] = await db.insert(cases).values(values).returning();
  if (!made) throw new Error("the case was not made");
  const reporterId = (reporter ?? (await aMember())).id;
  await db.insert(reports).values({ caseId: made.id, reporterId, reason });
  return made;
}

type GivenStatement = {
  thread: { id: number; authorId: number };
  comment?: { id: number; authorId: number };
  moderator?: Member;
  kind?: "hide" | "warn" | "lock" | "restore";
};

/** A statement that an author was sent about a thread or a comment of theirs, by a decision that was made. */
export async function aStatement({ thread, comment, moderator, kind = "hide" }: GivenStatement) {
  const { id: caseId } = await aCase({ thread, comment });
  await db.update(cases).set({ closedAt: new Date() }).where(eq(cases.id, caseId));
  const moderatorId = (moderator ?? (await aMember({ role: "moderator" }))).id;
  const said = { kind, rule: "kindness" as const };
  return db.transaction(async (tx) => {
    const [decision] = await tx
      .insert(decisions)
      .values({ caseId, moderatorId, ...said, reason: "It was unkind." })
      .returning();
    const memberId = (comment ?? thread).authorId;
    const reasons = { scope: "text", facts: "It was unkind.", source: "report", automated: false } as const;
    const [statement] = await tx
      .insert(statements)
      .values({ decisionId: decision?.id ?? 0, memberId, ...said, ...reasons })
      .returning();
    if (!statement) throw new Error("the statement was not made");
    return statement;
  });
}

export async function caseRow(id: number) {
  const [row] = await db.select().from(cases).where(eq(cases.id, id));
  if (!row) throw new Error("the case is gone");
  return row;
}
