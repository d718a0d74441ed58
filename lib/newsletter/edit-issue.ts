import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { newsletterIssues } from "@/db/schema";
import { dropDraft } from "@/lib/drafts/drop-draft";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { insist } from "@/lib/platform/policy";
import { columnsOf, lockDraft, writeArticles } from "./issue-words";
import { canWriteNewsletter } from "./policy";
import type { IssueWords } from "./schema";

type Changed = IssueWords & { issue: number; version: number; draft?: number };

/** Changes a draft, as long as it is the one that was seen. */
export async function editIssue(actor: Actor, input: Changed): Promise<void> {
  await db.transaction(async (tx) => {
    insist(canWriteNewsletter(actor));
    await lockDraft(tx, input);
    await tx
      .update(newsletterIssues)
      .set({ ...columnsOf(input), version: sql`${newsletterIssues.version} + 1` })
      .where(eq(newsletterIssues.id, input.issue));
    await dropDraft(tx, actor, input.draft);
    await writeArticles(tx, input.issue, input.articles);
    await audit(tx, { actorId: actor.memberId, act: "issue_edit", subject: `issue:${input.issue}` });
  });
}
