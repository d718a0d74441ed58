/** Here and not in the schema: every thread's page needs them in the browser, and no validation. */
export const reactionKinds = ["thanks", "same", "hug"] as const;
export type ReactionKind = (typeof reactionKinds)[number];

export const reactionLabels: Record<ReactionKind, string> = { thanks: "Thank you", same: "Same here", hug: "Hug" };

export const reactionRefusals: Record<string, string> = {
  react_own: "These are your own words.",
  blocked: "You cannot react to what this person writes.",
};
