import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { newsletterIssues } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { lockIssue } from "./issue-words";
import { canWriteNewsletter } from "./policy";

/** Takes an issue back while it waits; it is a draft again. */
export async function cancelIssue(actor: Actor, issueId: number): Promise<void> {
  await db.transaction(async (tx) => {
    insist(canWriteNewsletter(actor));
    const issue = await lockIssue(tx, issueId);
    if (issue.startedAt) throw new Refusal("issue_sent");
    if (!issue.scheduledFor) throw new Refusal("issue_not_waiting");
    await tx
      .update(newsletterIssues)
      .set({ scheduledFor: null, scheduledBy: null, emptiedAt: null })
      .where(eq(newsletterIssues.id, issueId));
    const { memberId: actorId } = actor;
    await recordEvent(tx, { kind: "issue_cancelled", actorId, threadId: null, detail: { issueId } }, []);
    await audit(tx, { actorId, act: "issue_cancel", subject: `issue:${issueId}` });
  });
}
