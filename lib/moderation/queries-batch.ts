import { asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { batches, cases, comments, decisions, members, threads } from "@/db/schema";
import { titleShown } from "./queries";
import type { DecisionKind } from "./schema";

export type BatchRow = {
  caseId: number;
  kind: DecisionKind;
  title: string;
  position: number | null;
  author: string;
  overturnedAt: Date | null;
};

export type Batch = {
  id: number;
  moderator: string;
  createdAt: Date;
  undoneAt: Date | null;
  undoneBy: string | null;
  rows: BatchRow[];
};

const undoers = alias(members, "undoers");

/** What was decided as one, with everything that was in it. */
export async function getBatch(id: number): Promise<Batch | null> {
  const [batch] = await db
    .select({
      id: batches.id,
      moderator: members.handle,
      createdAt: batches.createdAt,
      undoneAt: batches.undoneAt,
      undoneBy: undoers.handle,
    })
    .from(batches)
    .innerJoin(members, eq(members.id, batches.moderatorId))
    .leftJoin(undoers, eq(undoers.id, batches.undoneBy))
    .where(eq(batches.id, id));
  return batch ? { ...batch, rows: await listDecided(id) } : null;
}

async function listDecided(batchId: number): Promise<BatchRow[]> {
  return db
    .select({
      caseId: cases.id,
      kind: decisions.kind,
      title: titleShown,
      position: comments.position,
      author: members.handle,
      overturnedAt: decisions.overturnedAt,
    })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .innerJoin(members, eq(members.id, cases.authorId))
    .leftJoin(threads, eq(threads.id, cases.threadId))
    .leftJoin(comments, eq(comments.id, cases.commentId))
    .where(eq(decisions.batchId, batchId))
    .orderBy(asc(decisions.id));
}
