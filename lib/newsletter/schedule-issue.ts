import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { newsletterIssues } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { isExcluded, Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { addJob } from "@/lib/platform/queue";
import { lockDraft } from "./issue-words";
import { minuteOf } from "./labels";
import { aheadDays } from "./limits";
import { canWriteNewsletter } from "./policy";
import { findFreeTime, listReadable } from "./queries";

type Plan = {
  issue: number;
  version: number;
  /** Null for now. */
  at: Date | null;
};

/** Lets an issue wait for its time, or sends it. The database refuses one less than 7 days from another. */
export async function scheduleIssue(actor: Actor, plan: Plan): Promise<void> {
  try {
    await db.transaction((tx) => schedule(tx, actor, plan));
  } catch (error) {
    if (!isExcluded(error, "newsletter_issues_week_apart")) throw error;
    const { other, from } = await findFreeTime(plan.at);
    throw new Refusal("too_soon", { other: minuteOf(other), from: minuteOf(from) });
  }
}

async function schedule(tx: Transaction, actor: Actor, plan: Plan): Promise<void> {
  insist(canWriteNewsletter(actor));
  await lockDraft(tx, plan);
  if ((await listReadable(plan.issue, tx)).length === 0) throw new Refusal("issue_empty");
  if (plan.at && !(await isAhead(tx, plan.at))) throw new Refusal("time_past", {}, "date");
  await tx
    .update(newsletterIssues)
    .set({ scheduledFor: plan.at ?? sql`now()`, scheduledBy: actor.memberId })
    .where(eq(newsletterIssues.id, plan.issue));
  // Whatever waits for a later time is found by a job of the clock, so that taking it back leaves no job behind.
  if (!plan.at) await addJob(tx, "send_issue", { issueId: plan.issue, after: 0 });
  const { memberId: actorId } = actor;
  await recordEvent(tx, { kind: "issue_scheduled", actorId, threadId: null, detail: { issueId: plan.issue } }, []);
  await audit(tx, { actorId, act: plan.at ? "issue_schedule" : "issue_send", subject: `issue:${plan.issue}` });
}

async function isAhead(tx: Transaction, at: Date): Promise<boolean> {
  const [row] = await tx.execute<{ ahead: boolean }>(sql`
    SELECT ${at.toISOString()}::timestamptz BETWEEN now() AND now() + make_interval(days => ${aheadDays}) AS ahead`);
  return row?.ahead ?? false;
}
