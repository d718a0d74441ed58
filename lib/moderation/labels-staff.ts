import type { Role } from "@/lib/platform/actor";
import { outcomeOf } from "./labels";
import type { DecisionKind, Measure, Penalty, ReportedKind } from "./schema";

/** What a case is about, where its own title is not shown. */
export const kindNames: Record<ReportedKind, string> = {
  post: "A post",
  testimonial: "A testimonial",
  article: "An article",
  comment: "A comment",
  profile: "A profile",
};

/** What each role is, for whoever gives it. */
export const roleChoices: Record<Role, { label: string; hint: string }> = {
  member: { label: "Member", hint: "Writes, and is written about with the same care as everybody." },
  provider: {
    label: "Provider",
    hint: "Gives massages or treatments for a living. It always stands beside their name.",
  },
  editor: { label: "Editor", hint: "Writes and changes articles." },
  moderator: { label: "Moderator", hint: "Decides cases, and sees what the moderators see." },
  admin: { label: "Admin", hint: "A moderator who can also give roles." },
};

/** What the author is told of what a moderator is about to choose. */
export function outcomeOfChoice(choice: Measure | Penalty): string {
  const lifts = choice.startsWith("lift_") ? (choice.slice("lift_".length) as DecisionKind) : null;
  return outcomeOf({ kind: lifts ? "lift" : (choice as DecisionKind), lifts });
}

/** What the author reads where the moderator wrote nothing. The rule that was chosen stands beside it. */
export const defaultReasons: Record<Measure, string> = {
  keep: "A moderator has read this beside the guidelines.",
  restore: "A moderator has read this. It is within the guidelines, and everybody can read it.",
  hide: "As it stands, it goes against the rule that is named here. It is hidden while we look into it.",
  remove: "It goes against the rule that is named here, and an edit would not mend it.",
  redact: "One passage told something private about a person. Everything else stands as it was written.",
  move: "More people who know about it will see it under the other technique.",
  ask_edit: "Most of it is fine. Please change what goes against the rule that is named here.",
  refuse_edit: "The edit does not fit the guidelines. What stood here before is still there.",
  lock: "What there was to say has been said. Everybody can still read it.",
  slow: "The talk has become very fast. A slower pace gives everybody time to read before they answer.",
  lift_lock: "There is more to say, and people can write here again.",
  lift_slow: "The talk has calmed down.",
};

/** The usual words for a whole decision. */
export function usualWords({ measure, penalty = "" }: { measure: Measure; penalty?: Penalty | "" }): string {
  if (measure !== "keep" || !penalty) return defaultReasons[measure];
  if (penalty.startsWith("lift_")) return "The reason for it has passed.";
  return "The text stays. It goes against the rule that is named here.";
}
