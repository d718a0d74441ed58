import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { decisions, restrictions, statements, type comments } from "@/db/schema";
import { aComment, aThread, type Member } from "./factories";
import { aCase } from "./reports";

/** A comment under a thread of somebody else's, with its case. */
export async function aReportedComment(author: Member, given: Partial<typeof comments.$inferInsert> = {}) {
  const thread = await aThread();
  const comment = await aComment({ thread, author, ...given });
  return { thread, comment, opened: await aCase({ thread, comment, reason: "spam" }) };
}

/** Cases as somebody saw them who chooses them. */
export function seen(...opened: { id: number; version: number }[]) {
  return opened.map(({ id, version }) => ({ id, version }));
}

export async function decisionsIn(batchId: number) {
  return db.select().from(decisions).where(eq(decisions.batchId, batchId)).orderBy(decisions.id);
}

/** What a member may not do, as long as nobody has lifted it. */
export async function inForce({ id }: { id: number }) {
  return db
    .select()
    .from(restrictions)
    .where(and(eq(restrictions.memberId, id), isNull(restrictions.liftedAt)));
}

export async function statementsTo({ id }: { id: number }) {
  return db.select().from(statements).where(eq(statements.memberId, id)).orderBy(statements.id);
}
