import { isStaff, type Actor } from "@/lib/platform/actor";
import { allow, deny, type Decision } from "@/lib/platform/policy";
import { nothingToObject, type AppealOutcome, type DecisionKind } from "./schema";

/** A decision, as far as it matters to whoever objects. */
export type Objection = {
  /** The author objects to a statement, or a reporter to what was left as it is. */
  by: "author" | "reporter";
  kind: DecisionKind;
  overturned: boolean;
  /** The time for it has passed. */
  over: boolean;
  /** They objected before. */
  made: boolean;
  /** A moderator paused their appeals. */
  paused: boolean;
  /** Something else was decided about it since, and stands. */
  superseded: boolean;
};

/** Once for each decision that took something away, or left what was reported; for six months. */
export function canAppeal({ by, kind, overturned, over, made, paused, superseded }: Objection): Decision {
  if (made) return deny("appeal_made");
  if (by === "reporter" ? kind !== "keep" : nothingToObject.includes(kind)) return deny("appeal_not_offered");
  if (overturned) return deny("appeal_overturned");
  if (superseded) return deny("appeal_superseded");
  if (over) return deny("appeal_over");
  // Against the pause itself somebody can still object: once, like against everything else.
  return paused && kind !== "pause_appeals" ? deny("appeals_paused") : allow;
}

/** An appeal, as far as it matters to whoever answers it. Ids are those under which people act, never a persona's. */
export type Appealed = {
  appellantId: number;
  /** Who decided first; null for the software. */
  moderatorId: number | null;
  authorId: number;
  reporterIds: number[];
};

/** Never whoever decided first, and nobody about their own words or report. The database refuses the first two as well. */
export function canAnswer(actor: Actor, { appellantId, moderatorId, authorId, reporterIds }: Appealed): Decision {
  if (!isStaff(actor)) return deny("not_allowed");
  if (moderatorId === actor.memberId) return deny("answer_own_decision");
  return [appellantId, authorId, ...reporterIds].includes(actor.memberId) ? deny("decide_own") : allow;
}

/** What was taken back already cannot be left as it is. */
export function canConclude(overturned: boolean, outcome: AppealOutcome): Decision {
  return overturned && outcome === "refused" ? deny("answer_overturned") : allow;
}
