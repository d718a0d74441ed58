import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { comments, members, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { ownNames } from "@/lib/testimonials/own-names";
import { openCase, type About } from "./open-case";
import { canOpenCase, staffReasonsFor } from "./policy";
import type { ReportedKind, ReportReason } from "./schema";

/** A thread, one of its comments, or, where `thread` is 0, a member's profile. */
export type Looked = { thread: number; comment: number; member: number; reason: ReportReason };

/** Opens a case about what a moderator saw, or joins the one that is open. Whoever opens it may decide it. */
export async function openCaseByStaff(actor: Actor, looked: Looked): Promise<{ id: number }> {
  return db.transaction(async (tx) => {
    const thing = looked.thread ? await lockWords(tx, looked) : await lockProfile(tx, looked.member);
    if (!thing) throw new Refusal("not_found");
    const { kind, ...about } = thing;
    const own = (await ownNames(tx, actor.memberId)).includes(about.authorId);
    insist(canOpenCase(actor, { own }));
    if (!staffReasonsFor(kind).includes(looked.reason)) throw new Refusal("reason_unfit", {}, "reason");
    const { id } = await openCase(tx, { ...about, origin: "staff", reason: looked.reason });
    const event = { kind: "case_opened", actorId: actor.memberId, threadId: about.threadId, detail: { caseId: id } };
    await recordEvent(tx, event, []);
    const detail = { reason: looked.reason };
    await audit(tx, { actorId: actor.memberId, act: "case_open", subject: `case:${id}`, detail });
    return { id };
  });
}

type Thing = About & { kind: ReportedKind };

/** Hidden and removed words too; not what its author has taken back. */
async function lockWords(tx: Transaction, { thread, comment }: Looked): Promise<Thing | null> {
  const [found] = await tx
    .select({ authorId: threads.authorId, kind: threads.kind })
    .from(threads)
    .where(and(eq(threads.id, thread), isNull(threads.withdrawnAt)))
    // The thread before the case, as in decisions, so that the two never wait for each other.
    .for("update");
  if (!found) return null;
  if (comment === 0) {
    const kind = found.kind === "testimonial" || found.kind === "article" ? found.kind : "post";
    return { threadId: thread, commentId: null, memberId: null, authorId: found.authorId, kind };
  }
  const [said] = await tx
    .select({ id: comments.id, authorId: comments.authorId })
    .from(comments)
    .where(and(eq(comments.threadId, thread), eq(comments.position, comment), isNull(comments.withdrawnAt)))
    .for("update");
  return said
    ? { threadId: thread, commentId: said.id, memberId: null, authorId: said.authorId, kind: "comment" }
    : null;
}

async function lockProfile(tx: Transaction, id: number): Promise<Thing | null> {
  const [member] = await tx.execute(sql`SELECT FROM ${members} WHERE id = ${id} AND kind = 'member' FOR UPDATE`);
  return member ? { threadId: null, commentId: null, memberId: id, authorId: id, kind: "profile" } : null;
}
