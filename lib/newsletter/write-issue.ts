import { db } from "@/db/client";
import { newsletterIssues } from "@/db/schema";
import { dropDraft } from "@/lib/drafts/drop-draft";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { insist } from "@/lib/platform/policy";
import { isFirstUse } from "@/lib/platform/rate-limit";
import { columnsOf, writeArticles } from "./issue-words";
import { canWriteNewsletter } from "./policy";
import type { IssueWords } from "./schema";

type New = IssueWords & { key: string; draft?: number };

/** Begins an issue. Sending the same form twice begins one; the second time it is answered with null. */
export async function writeIssue(actor: Actor, input: New): Promise<number | null> {
  return db.transaction(async (tx) => {
    insist(canWriteNewsletter(actor));
    const columns = columnsOf(input);
    await dropDraft(tx, actor, input.draft);
    if (input.key && !(await isFirstUse(tx, `issue:${actor.memberId}:${input.key}`, 3600))) return null;
    const [issue] = await tx
      .insert(newsletterIssues)
      .values({ ...columns, writtenBy: actor.memberId })
      .returning({ id: newsletterIssues.id });
    if (!issue) throw new Error("the issue was not made");
    await writeArticles(tx, issue.id, input.articles);
    await audit(tx, { actorId: actor.memberId, act: "issue_write", subject: `issue:${issue.id}` });
    return issue.id;
  });
}
