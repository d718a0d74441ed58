import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { cases } from "@/db/schema";
import { recordEvent } from "@/lib/platform/events";
import { applyDecision } from "./apply-decision";
import { autoHideReason } from "./labels";
import { lockSubject } from "./locked-case";
import { hidesItself } from "./policy";
import type { ReportReason } from "./schema";
import { tagsOfSubject } from "./tags-of-subject";
import { writeDecision } from "./write-decision";

const ruleOf: Partial<Record<ReportReason, "safety" | "kindness" | "privacy" | "promotion" | "on_topic">> = {
  unsafe_advice: "safety",
  harassment: "kindness",
  private_details: "privacy",
  promotion: "promotion",
  off_topic: "on_topic",
};

type Row = { reason: ReportReason; reporters: number; oldest: number; worried: boolean; settled: boolean };

/**
 * Hides what enough people have reported, with a decision of the software's own and a statement for the author. The
 * case stays open for a moderator. The caller holds the locks of the thing and of the case, so it happens once.
 */
export async function autoHide(tx: Transaction, caseId: number, visible: boolean): Promise<void> {
  const [row] = await tx.execute<Row>(sql`
    SELECT c.reason, count(*) FILTER (WHERE r.reason <> 'worried_about_person')::int AS reporters,
      coalesce(max(extract(epoch FROM now() - m.joined_at) / 86400)
        FILTER (WHERE r.reason <> 'worried_about_person'), 0)::float8 AS oldest,
      c.auto_hidden_at IS NOT NULL OR EXISTS (
        SELECT FROM decisions d JOIN cases e ON e.id = d.case_id
        WHERE (d.kind IN ('keep', 'restore') AND d.overturned_at IS NULL OR d.kind IN ('hide', 'remove') AND EXISTS (
            SELECT FROM appeals a WHERE a.decision_id = d.id AND a.outcome = 'upheld'))
          AND e.author_id = c.author_id AND e.thread_id IS NOT DISTINCT FROM c.thread_id
          AND e.comment_id IS NOT DISTINCT FROM c.comment_id AND e.member_id IS NOT DISTINCT FROM c.member_id) AS settled
    FROM cases c JOIN reports r ON r.case_id = c.id JOIN members m ON m.id = r.reporter_id
    WHERE c.id = ${caseId} GROUP BY c.id`);
  if (!row) return;
  if (!hidesItself({ ...row, oldestDays: row.oldest, visible })) return;
  const found = await lockSubject(tx, caseId);
  if (!found || found.hiddenAt) return;
  const decision = { kind: "hide", lifts: null, rule: ruleOf[row.reason] ?? "none", reason: autoHideReason } as const;
  const written = await writeDecision(tx, found, { ...decision, moderatorId: null });
  await applyDecision(tx, found, { ...decision, id: written.id, moderatorId: null });
  await tx
    .update(cases)
    .set({ autoHiddenAt: sql`now()` })
    .where(eq(cases.id, caseId));
  const event = { kind: "hidden_by_reports", actorId: null, threadId: found.threadId, detail: { caseId } };
  await recordEvent(tx, event, await tagsOfSubject(tx, found));
}
