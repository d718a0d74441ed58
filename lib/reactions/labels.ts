import type { ReactionKind } from "./schema";

export const reactionLabels: Record<ReactionKind, string> = { thanks: "Thank you", same: "Same here", hug: "Hug" };

export const reactionRefusals: Record<string, string> = {
  react_own: "These are your own words.",
};
