import type { Thing } from "./policy";
import type { DecisionKind } from "./schema";

/** What somebody without an account is told of a decision: nothing of the words, and nothing about whoever wrote them. */
export type NoticeOutcome = "kept" | "hidden" | "removed" | "withdrawn" | "other";

const changesNothing: DecisionKind[] = ["keep", "restore", "lift"];

/** What came of a notice: how the thing stands when its case is closed, and what was decided in the case by a person. */
export function outcomeOfNotice(
  thing: Pick<Thing, "withdrawn" | "removed" | "hidden">,
  kinds: DecisionKind[],
): NoticeOutcome {
  if (thing.withdrawn) return "withdrawn";
  if (thing.removed) return "removed";
  if (thing.hidden) return "hidden";
  return kinds.every((kind) => changesNothing.includes(kind)) ? "kept" : "other";
}

/** Where a report stands, as far as its reporter is told. What happened to anybody's account is not theirs to know. */
export type ReportState = "waiting" | "claimed" | "hidden" | "kept" | "done" | "taken_back";

export type ReportedCase = {
  open: boolean;
  /** A moderator has it in front of them. */
  claimed: boolean;
  /** Hidden until somebody has looked. */
  hidden: boolean;
  /** What people decided, and whether it stands. */
  decided: { kind: DecisionKind; overturned: boolean }[];
};

export function stateOfReport({ open, claimed, hidden, decided }: ReportedCase): ReportState {
  if (open) return claimed ? "claimed" : hidden ? "hidden" : "waiting";
  const acts = decided.filter(({ kind }) => !changesNothing.includes(kind));
  if (acts.length === 0) return "kept";
  return acts.every(({ overturned }) => overturned) ? "taken_back" : "done";
}
