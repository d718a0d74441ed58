import { db } from "@/db/client";
import type { Actor } from "@/lib/platform/actor";
import { insist } from "@/lib/platform/policy";
import { addJob } from "@/lib/platform/queue";
import { takeTurn } from "@/lib/platform/rate-limit";
import { lockIssue } from "./issue-words";
import { testLimits } from "./limits";
import { canWriteNewsletter } from "./policy";

/** Mails an issue as it is now to whoever asks, and to nobody else. */
export async function testIssue(actor: Actor, issueId: number): Promise<void> {
  await db.transaction(async (tx) => {
    insist(canWriteNewsletter(actor));
    await lockIssue(tx, issueId);
    if (actor.paced) await takeTurn(tx, testLimits(actor.memberId));
    await addJob(tx, "send_test_issue", { issueId, memberId: actor.memberId, at: Date.now() });
  });
}
