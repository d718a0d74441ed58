import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { cases, comments, decisions, reports, statements, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { addJob } from "@/lib/platform/queue";
import { tagsOfThread } from "@/lib/platform/tags";
import { ownNames } from "@/lib/testimonials/own-names";
import { tagsOfQuotes } from "@/lib/threads/tags-of-quotes";
import { applyDecision } from "./apply-decision";
import { canDecide, tellsAuthor, type Thing } from "./policy";
import type { DecisionKind, Rule } from "./schema";

export type NewDecision = { case: number; version: number; kind: DecisionKind; rule: Rule; reason: string };

/**
 * Decides a case: what happens to the thing, the statement for its author, the log and the mail are one transaction.
 * The version is the one that the moderator saw; a case that has changed since is refused.
 */
export async function decideCase(actor: Actor, input: NewDecision): Promise<{ decisionId: number }> {
  return db.transaction(async (tx) => {
    const found = await lockCase(tx, actor, input.case);
    if (!found) throw new Refusal("not_found");
    if (found.version !== input.version) throw new Refusal("case_changed");
    insist(canDecide(actor, found.thing, found.reporterIds, input.kind));
    const quotedBefore = await tagsOfQuotes(tx, found.thread.id);
    await applyDecision(tx, {
      kind: input.kind,
      threadId: found.thread.id,
      commentId: found.commentId,
      by: actor.memberId,
    });
    const decisionId = await writeDecision(tx, actor, input);
    if (tellsAuthor(input.kind)) await tellAuthor(tx, decisionId, found.thing.authorId);
    await tx
      .update(cases)
      .set({ closedAt: sql`now()`, version: sql`${cases.version} + 1` })
      .where(eq(cases.id, input.case));
    const detail = { decisionId, kind: input.kind, rule: input.rule };
    await audit(tx, { actorId: actor.memberId, act: `case_${input.kind}`, subject: `case:${input.case}`, detail });
    const event = { kind: "case_decided", actorId: actor.memberId, threadId: found.thread.id, detail };
    const quotedAfter = await tagsOfQuotes(tx, found.thread.id);
    await recordEvent(tx, event, [...tagsOfThread(found.thread), ...quotedBefore, ...quotedAfter]);
    return { decisionId };
  });
}

/** Locks the thread before the comment and the case, in the order in which comments are posted. */
async function lockCase(tx: Transaction, actor: Actor, caseId: number) {
  const [about] = await tx
    .select({ threadId: cases.threadId, commentId: cases.commentId })
    .from(cases)
    .where(eq(cases.id, caseId));
  if (!about) return null;
  const [thread] = await tx.select().from(threads).where(eq(threads.id, about.threadId)).for("update");
  const [comment] = about.commentId
    ? await tx.select().from(comments).where(eq(comments.id, about.commentId)).for("update")
    : [];
  const [locked] = await tx.select({ version: cases.version }).from(cases).where(eq(cases.id, caseId)).for("update");
  if (!thread || !locked) return null;
  const reporters = await tx.select({ id: reports.reporterId }).from(reports).where(eq(reports.caseId, caseId));
  const row = comment ?? thread;
  const names = await ownNames(tx, actor.memberId);
  const thing: Thing = {
    isComment: about.commentId !== null,
    authorId: names.includes(row.authorId) ? actor.memberId : row.authorId,
    held: !comment && thread.heldAt !== null,
    hidden: row.hiddenAt !== null,
    removed: row.removedAt !== null,
    withdrawn: row.withdrawnAt !== null,
    locked: thread.lockedAt !== null,
  };
  return {
    thread,
    commentId: about.commentId,
    version: locked.version,
    thing,
    reporterIds: reporters.map((r) => r.id),
  };
}

async function writeDecision(tx: Transaction, actor: Actor, input: NewDecision): Promise<number> {
  const [decision] = await tx
    .insert(decisions)
    .values({
      caseId: input.case,
      moderatorId: actor.memberId,
      kind: input.kind,
      rule: input.rule,
      reason: input.reason,
    })
    .returning({ id: decisions.id });
  if (!decision) throw new Error("the decision was not written");
  return decision.id;
}

async function tellAuthor(tx: Transaction, decisionId: number, memberId: number): Promise<void> {
  const [statement] = await tx.insert(statements).values({ decisionId, memberId }).returning({ id: statements.id });
  if (statement) await addJob(tx, "send_statement_mail", { statementId: statement.id });
}
