import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { appeals } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { tags } from "@/lib/platform/tags";
import { canAppeal } from "./appeal-policy";
import { lockSubject } from "./locked-case";
import { findObjection, type Ground } from "./objection";
import { appealHours } from "./policy";

/**
 * Objects to a decision, once: its author to a statement, or a reporter to what was left as it is. Silenced, suspended
 * and banned members can, too. Sending the same words again changes nothing.
 */
export async function submitAppeal(actor: Actor, ground: Ground, body: string): Promise<{ id: number }> {
  return db.transaction((tx) => add(tx, actor, ground, body));
}

async function add(tx: Transaction, actor: Actor, ground: Ground, body: string): Promise<{ id: number }> {
  const first = await findObjection(tx, actor.memberId, ground);
  const about = first && (await lockSubject(tx, first.caseId));
  // Under the lock nobody takes the decision back meanwhile, and a second click waits for the first.
  const found = about && (await findObjection(tx, actor.memberId, ground));
  if (!found) throw new Refusal("not_found");
  if (found.appeal?.body === body) return found.appeal;
  insist(canAppeal(found));
  const { statementId, reportId, decisionId, memberId } = found;
  const dueAt = sql<Date>`now() + make_interval(hours => ${appealHours})`;
  const [appeal] = await tx
    .insert(appeals)
    .values({ statementId, reportId, decisionId, memberId, body, dueAt })
    .returning({ id: appeals.id });
  if (!appeal) throw new Error("the appeal was not written");
  const detail = { appealId: appeal.id, decisionId };
  // In the name that the statement is to: nothing leads from a persona to its person.
  const event = { kind: "appeal_submitted", actorId: memberId, threadId: about.threadId, detail };
  await recordEvent(tx, event, [tags.transparency]);
  return appeal;
}
