import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { cases, decisions, members, techniques } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Refusal, type RefusalFacts } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { applyDecision } from "./apply-decision";
import { closeCase } from "./close-case";
import { decisionLabels } from "./labels";
import { lockSubject, thingOf, type LockedSubject } from "./locked-case";
import { canDecide, decisionOf, fits } from "./policy";
import type { Measure, Penalty, Rule } from "./schema";
import { tagsOfSubject } from "./tags-of-subject";
import { writeDecision, type Decided, type Line } from "./write-decision";

export type NewDecision = {
  case: number;
  version: number;
  measure: Measure;
  penalty?: Penalty;
  /** How long a penalty holds. */
  days?: number;
  /** Where a moved thread belongs. */
  technique?: string;
  /** What is taken out, as it was typed. */
  passage?: string;
  rule: Rule;
  legalGround?: string;
  reason: string;
};

/**
 * Decides a case: what happens to the thing and to its author, their statements, the log and the mails are one
 * transaction. The version is the one that the moderator saw; a case that has changed since is refused.
 */
export async function decideCase(actor: Actor, input: NewDecision): Promise<void> {
  await db.transaction(async (tx) => {
    const found = await lockSubject(tx, input.case);
    if (!found) throw new Refusal("not_found");
    if (found.case.version !== input.version) throw await conflict(tx, input.case);
    const { thing, reporterIds } = await thingOf(tx, actor, found);
    insist(canDecide(actor, thing, reporterIds));
    insist(fits(actor, thing, input));
    const before = await tagsOfSubject(tx, found);
    const lines: Line[] = [];
    const techniqueTo = input.measure === "move" ? await techniqueOf(tx, found, input.technique ?? "") : null;
    for (const choice of [input.measure, input.penalty]) {
      // What stays as it is needs no line of its own beside what happens to the author.
      if (!choice || (choice === "keep" && input.penalty)) continue;
      await carryOut(tx, found, decided(actor, input, choice, techniqueTo), input.passage, lines);
    }
    await closeCase(tx, input.case);
    const detail = { caseId: input.case, measure: input.measure, penalty: input.penalty ?? null };
    const event = { kind: "case_decided", actorId: actor.memberId, threadId: found.threadId, detail };
    const after = await tagsOfSubject(tx, { ...found, thread: movedTo(found.thread, techniqueTo) });
    const released = input.measure === "restore" && found.comment?.heldAt ? found.comment : null;
    const news = released ? { thread: released.threadId, position: released.position } : undefined;
    await recordEvent(tx, event, [...new Set([...before, ...after])], news);
    for (const line of lines) await audit(tx, line);
  });
}

function decided(actor: Actor, input: NewDecision, choice: Measure | Penalty, toTechniqueId: number | null) {
  const { kind, lifts } = decisionOf(choice);
  const timed = kind === "silence" || kind === "suspend" || kind === "pause_reports" || kind === "pause_appeals";
  const { rule, reason, days = null } = input;
  const legalGround = rule === "law" ? (input.legalGround ?? null) : null;
  const decision = { moderatorId: actor.memberId, kind, lifts, rule, legalGround, reason };
  return { ...decision, days: timed ? days : null, toTechniqueId: kind === "move" ? toTechniqueId : null };
}

async function carryOut(
  tx: Transaction,
  found: LockedSubject,
  decision: Decided,
  passage: string | undefined,
  lines: Line[],
): Promise<void> {
  const fromTechniqueId = decision.kind === "move" ? found.thread?.techniqueId : null;
  const { id } = await writeDecision(tx, found, { ...decision, fromTechniqueId }, (line) => lines.push(line));
  await applyDecision(tx, found, { ...decision, id, passage });
}

async function techniqueOf(tx: Transaction, { thread }: LockedSubject, slug: string): Promise<number> {
  const [technique] = await tx.select({ id: techniques.id }).from(techniques).where(eq(techniques.slug, slug));
  if (!technique) throw new Refusal("technique_unknown", {}, "technique");
  if (technique.id === thread?.techniqueId) throw new Refusal("same_technique", {}, "technique");
  return technique.id;
}

function movedTo(thread: LockedSubject["thread"], techniqueId: number | null): LockedSubject["thread"] {
  return thread && techniqueId ? { ...thread, techniqueId } : thread;
}

/** Tells the second of two moderators what the first one did. */
async function conflict(tx: Transaction, caseId: number): Promise<Refusal> {
  const [last] = await tx
    .select({ kind: decisions.kind, who: members.handle, overturnedAt: decisions.overturnedAt })
    .from(decisions)
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .leftJoin(members, eq(members.id, decisions.moderatorId))
    .where(sql`${decisions.caseId} = ${caseId} AND ${cases.closedAt} IS NOT NULL`)
    .orderBy(sql`${decisions.id} DESC`)
    .limit(1);
  const facts: RefusalFacts =
    last && !last.overturnedAt
      ? { what: decisionLabels[last.kind].toLowerCase(), who: last.who ?? "The software" }
      : {};
  return new Refusal("case_changed", facts, undefined, 409);
}
