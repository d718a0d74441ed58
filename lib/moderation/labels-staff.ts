import type { Role } from "@/lib/platform/actor";
import { outcomeOf } from "./labels";
import { goesAgainstRule } from "./schema-rules";
import type { DecisionKind, Measure, Penalty, ReportedKind, ReportReason, Rule } from "./schema";

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

/** Which rule is usually meant by a reason for a report. Where there is none, a moderator says it. */
const rulesOfReasons: Record<ReportReason, Rule> = {
  worried_about_person: "none",
  illegal: "law",
  unsafe_advice: "safety",
  promotion: "promotion",
  harassment: "kindness",
  private_details: "privacy",
  spam: "spam",
  off_topic: "on_topic",
  other: "none",
};

/** The rule that a measure begins with. */
export function usualRule(measure: Measure, reason: ReportReason): Rule {
  if (measure === "redact") return "privacy";
  if (measure === "move") return "on_topic";
  return goesAgainstRule({ measure }) ? rulesOfReasons[reason] : "none";
}

/** What is wrong where a rule was broken. A law is named by the moderator. */
const factsOfRules: Record<Rule, string> = {
  safety: "Somebody who follows this could be hurt.",
  kindness: "It attacks a person instead of speaking about the subject.",
  privacy: "It tells private details about somebody.",
  honesty: "It is not what it says it is.",
  promotion: "It advertises something, and does not say so.",
  on_topic: "It is not about the subject that people talk about here.",
  spam: "It is spam: it advertises, or it was sent to many places at once.",
  law: "It goes against the law that is named here.",
  none: "It goes against our guidelines.",
};

/** What the author reads where the moderator wrote nothing. Where a rule was broken, what is wrong stands before it. */
const wordsOfMeasures: Record<Measure, string> = {
  keep: "A moderator has read this beside the guidelines.",
  restore: "A moderator has read this. It is within the guidelines, and everybody can read it.",
  hide: "It is hidden while we look into it.",
  remove: "An edit would not mend it.",
  redact: "One passage told something private about a person. Everything else stands as it was written.",
  move: "More people who know about it will see it under the other technique.",
  ask_edit: "Most of the text is fine. Please change what goes against the rule.",
  refuse_edit: "The edit does not fit the guidelines. What stood here before is still there.",
  lock: "What there was to say has been said. Everybody can still read it.",
  slow: "The talk has become very fast. A slower pace gives everybody time to read before they answer.",
  lift_lock: "There is more to say, and people can write here again.",
  lift_slow: "The talk has calmed down.",
};

/** A pause is about what somebody sent to moderators, and not about a text. */
const wordsOfPause = "Moderators have little time, and most of what you sent to them of late did not need them.";

/** The usual words for a whole decision. */
export function usualWords({
  measure,
  penalty,
  rule,
}: {
  measure: Measure;
  penalty?: Penalty | "";
  rule: Rule;
}): string {
  const onlyPerson = measure === "keep" && penalty;
  if (onlyPerson && penalty.startsWith("lift_")) return "The reason for it has passed.";
  if (onlyPerson && penalty.startsWith("pause_")) return wordsOfPause;
  const words = onlyPerson ? "The text itself stays." : wordsOfMeasures[measure];
  return goesAgainstRule({ measure, penalty }) ? `${factsOfRules[rule]} ${words}` : words;
}
