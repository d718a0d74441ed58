import { isStaff, type Actor } from "@/lib/platform/actor";
import { allow, deny, type Decision } from "@/lib/platform/policy";
import type { DecisionKind, ReportReason } from "./schema";

/** What a case is about, as far as decisions go. */
export type Thing = {
  isComment: boolean;
  authorId: number;
  /** Waits to be let through. */
  held: boolean;
  hidden: boolean;
  removed: boolean;
  withdrawn: boolean;
  locked: boolean;
};

/** The decisions that fit the thing as it is now. The case page offers these, and the verb checks them again. */
export function decisionsFor(thing: Thing): DecisionKind[] {
  // What waits is let through or not; leaving it as it is would leave it waiting.
  if (thing.held && !thing.withdrawn) return ["restore", "remove"];
  const offered: DecisionKind[] = ["dismiss"];
  if (!thing.withdrawn) {
    if (thing.hidden || thing.removed) offered.push("restore");
    if (!thing.hidden && !thing.removed) offered.push("hide");
    if (!thing.removed) offered.push("remove");
  }
  if (!thing.isComment) offered.push(thing.locked ? "unlock" : "lock");
  return offered;
}

/** Nobody decides about their own words, or about what they reported themselves. */
export function canDecide(actor: Actor, thing: Thing, reporterIds: number[], kind: DecisionKind): Decision {
  if (!isStaff(actor)) return deny("not_allowed");
  if (thing.authorId === actor.memberId || reporterIds.includes(actor.memberId)) return deny("decide_own");
  return decisionsFor(thing).includes(kind) ? allow : deny("decision_not_offered");
}

export function canReport(actor: Actor, thing: { authorId: number; visible: boolean }): Decision {
  if (!thing.visible) return deny("not_found");
  return thing.authorId === actor.memberId ? deny("report_own") : allow;
}

/** How soon somebody should look: a worry about a person first, then what could hurt a reader. */
export const attentionHours: Record<ReportReason, number> = {
  worried_about_person: 1,
  unsafe_advice: 24,
  promotion: 48,
  harassment: 48,
  private_details: 48,
  spam: 48,
  off_topic: 48,
  other: 48,
};

/** Decisions of which the author is told; leaving a thing as it is needs no letter. */
export function tellsAuthor(kind: DecisionKind): boolean {
  return kind !== "dismiss";
}
