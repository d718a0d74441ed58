import type { Measure } from "@/lib/moderation/schema";

export type KeyHelp = { keys: string; words: string };

export const queueKeys: KeyHelp[] = [
  { keys: "j or ↓", words: "To the case below" },
  { keys: "k or ↑", words: "To the case above" },
  { keys: "Enter or o", words: "Open the case" },
  { keys: "x", words: "Choose it, or not" },
  { keys: "c", words: "Claim it, or give it back" },
  { keys: "g", words: "Show the new cases" },
  { keys: "b", words: "To the button that removes the chosen as spam" },
  { keys: "n", words: "Claim and open the next case" },
  { keys: "m", words: "More cases, on the next page" },
  { keys: "?", words: "This list" },
];

export const batchKeys: KeyHelp[] = [
  { keys: "b", words: "To the button that undoes it" },
  { keys: "u", words: "Back to the queue" },
  { keys: "?", words: "This list" },
];

/** One key for each measure. Those that never stand together share one. */
export const measureKeys: Record<Measure, string> = {
  keep: "k",
  restore: "s",
  hide: "h",
  remove: "r",
  redact: "p",
  move: "m",
  ask_edit: "a",
  refuse_edit: "d",
  lock: "l",
  lift_lock: "l",
  slow: "w",
  lift_slow: "w",
};

/** The other keys of a case, after those of its measures. */
export const caseKeys: KeyHelp[] = [
  { keys: "1 to 9", words: "Begin with this template" },
  { keys: "e", words: "Write the reason yourself" },
  { keys: "Esc", words: "Leave the field" },
  { keys: "Enter", words: "Send the decision, when it is complete" },
  { keys: "c", words: "Claim it, or give it back" },
  { keys: "n", words: "Leave it, and open the next case" },
  { keys: "u", words: "Back to the queue" },
  { keys: "?", words: "This list" },
];
