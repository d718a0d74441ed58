import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { decisions, statements } from "@/db/schema";
import { audit } from "@/lib/platform/audit";
import { announceHeard } from "@/lib/platform/heard";
import { addJob } from "@/lib/platform/queue";
import type { LockedSubject } from "./locked-case";
import { scopeOf, tellsAuthor } from "./policy";
import type { DecisionKind, Rule } from "./schema";

export type Decided = {
  /** Null for the software. */
  moderatorId: number | null;
  batchId?: number | null;
  kind: DecisionKind;
  lifts: DecisionKind | null;
  rule: Rule;
  legalGround?: string | null;
  reason: string;
  /** How long it holds; null for what stays until it is undone. */
  days?: number | null;
  fromTechniqueId?: number | null;
  toTechniqueId?: number | null;
};

/** A line of the staff's log. */
export type Line = Parameters<typeof audit>[1];

/**
 * Writes a decision down, with its statement of reasons, the mail of it and the line in the staff's log, all in the
 * transaction in which it takes effect.
 * @param log takes the line of the log, to be written when everything else is done: the log lets one transaction in
 * after the other, and whoever still waits for a row meanwhile may wait for ever
 */
export async function writeDecision(
  tx: Transaction,
  about: LockedSubject,
  decided: Decided,
  log: (line: Line) => unknown = (line) => audit(tx, line),
): Promise<{ id: number }> {
  const { moderatorId, kind, lifts, rule, legalGround = null, reason, days = null, batchId = null } = decided;
  const endsAt = days === null ? null : sql<Date>`now() + make_interval(days => ${days})`;
  const { fromTechniqueId = null, toTechniqueId = null } = decided;
  const [decision] = await tx
    .insert(decisions)
    .values({
      ...{ caseId: about.caseId, moderatorId, batchId, kind, lifts, rule, legalGround, reason, endsAt },
      ...{ fromTechniqueId, toTechniqueId },
    })
    .returning({ id: decisions.id });
  if (!decision) throw new Error("the decision was not written");
  if (tellsAuthor(kind, rule)) await stateReasons(tx, about, { ...decided, id: decision.id, endsAt });
  if (moderatorId !== null) {
    const detail = {
      decisionId: decision.id,
      kind,
      rule,
      ...(lifts ? { lifts } : {}),
      ...(batchId ? { batchId } : {}),
    };
    await log({ actorId: moderatorId, act: `case_${kind}`, subject: `case:${about.caseId}`, detail });
  }
  return decision;
}

type Written = Decided & { id: number; endsAt: ReturnType<typeof sql<Date>> | null };

async function stateReasons(tx: Transaction, about: LockedSubject, decided: Written): Promise<void> {
  const { kind, lifts, rule, legalGround = null, reason, endsAt } = decided;
  const subject = about.case.memberId ? "profile" : about.commentId ? "comment" : "thread";
  const [statement] = await tx
    .insert(statements)
    .values({
      decisionId: decided.id,
      memberId: about.author.id,
      ...{ kind, rule, legalGround, endsAt, facts: reason },
      scope: scopeOf(subject, kind, lifts),
      source: about.case.origin,
      automated: decided.moderatorId === null,
    })
    .returning({ id: statements.id });
  if (!statement) throw new Error("the statement was not written");
  await announceHeard(tx, [about.author.id]);
  await addJob(tx, "send_statement_mail", { statementId: statement.id });
}
