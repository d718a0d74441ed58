import { isStaff, type Actor, type Role } from "@/lib/platform/actor";
import { allow, deny, type Decision } from "@/lib/platform/policy";
import {
  reportReasons,
  type DecisionKind,
  type Measure,
  type Penalty,
  type ReportedKind,
  type ReportReason,
  type RestrictionKind,
  type Rule,
  type Scope,
  type Subject,
} from "./schema";

/** What a case is about, as far as decisions go. */
export type Thing = {
  subject: Subject;
  /** `post`, `testimonial` or `article` for a thread. */
  kind: ReportedKind;
  authorId: number;
  authorRole: Role;
  /** A name made for one testimonial: there is no account to restrict. */
  persona: boolean;
  /** Waits to be let through. */
  held: boolean;
  /** An edit of it waits to be let through. */
  editHeld: boolean;
  hidden: boolean;
  removed: boolean;
  withdrawn: boolean;
  locked: boolean;
  slowed: boolean;
  /** What its author may not do now. */
  inForce: RestrictionKind[];
};

/** What can happen to the thing as it is now. The case page offers these, and the verb checks them again. */
export function measuresFor(thing: Thing): Measure[] {
  if (thing.subject === "profile") return thing.hidden ? ["keep", "restore"] : ["keep", "hide"];
  // What waits is let through or not; leaving it as it is would leave it waiting.
  if (thing.held && !thing.removed && !thing.withdrawn) return ["restore", "remove"];
  if (thing.editHeld && !thing.withdrawn) return ["restore", "refuse_edit", "remove"];
  return ["keep", ...(thing.withdrawn ? [] : measuresOnWords(thing)), ...measuresOnThread(thing)];
}

function measuresOnWords({ subject, kind, hidden, removed }: Thing): Measure[] {
  const offered: Measure[] = [];
  if (hidden || removed) offered.push("restore");
  if (!hidden && !removed) offered.push("hide");
  if (!removed) offered.push("remove");
  // An article is changed by its editor, and a testimonial's answers belong to their technique.
  if (!removed && kind !== "article") offered.push("redact", "ask_edit");
  if (!removed && subject === "thread" && kind === "post") offered.push("move");
  return offered;
}

function measuresOnThread({ subject, locked, slowed }: Thing): Measure[] {
  if (subject !== "thread") return [];
  return [locked ? "lift_lock" : "lock", slowed ? "lift_slow" : "slow"];
}

const endable: RestrictionKind[] = ["silence", "suspend", "ban", "pause_reports", "pause_appeals"];

/** What can happen to the person, in the order in which it is offered. Only admins restrict staff. */
export function penaltiesFor(actor: Actor, { authorRole, persona, inForce, subject }: Thing): Penalty[] {
  const soft: Penalty[] = ["remind", "warn"];
  if (persona) return soft;
  if (isStaff({ role: authorRole }) && actor.role !== "admin") return [];
  const offered: RestrictionKind[] = ["silence", "suspend", "ban"];
  // About how somebody reports and appeals, a case on their profile is opened.
  if (subject === "profile") offered.push("pause_reports", "pause_appeals");
  return [
    ...soft,
    ...offered.filter((kind) => !inForce.includes(kind)),
    ...endable.filter((kind) => inForce.includes(kind)).map((kind) => `lift_${kind}` as const),
  ];
}

/** The step after what somebody had before, in the order reminder, warning, 24 h, 72 h, 7 days, 30 days, ban. */
export function nextInOrder(before: number): { penalty: Penalty; days?: string } {
  const ladder: { penalty: Penalty; days?: string }[] = [
    { penalty: "remind" },
    { penalty: "warn" },
    { penalty: "silence", days: "1" },
    { penalty: "silence", days: "3" },
    { penalty: "silence", days: "7" },
    { penalty: "suspend", days: "30" },
    { penalty: "ban" },
  ];
  return ladder[Math.min(before, ladder.length - 1)] ?? { penalty: "remind" };
}

export function canModerate(actor: Actor): Decision {
  return isStaff(actor) ? allow : deny("not_allowed");
}

/** What stands in somebody's record is written by others. */
export function canNote(actor: Actor, memberId: number): Decision {
  return actor.memberId === memberId ? deny("note_about_self") : canModerate(actor);
}

/** `own`: words of the moderator's, under whichever name. */
export function canOpenCase(actor: Actor, { own }: { own: boolean }): Decision {
  return own ? deny("report_own") : canModerate(actor);
}

/** The actor's role is read under the lock of all admins. */
export function canChangeRole(actor: Actor, memberId: number): Decision {
  if (actor.role !== "admin") return deny("not_allowed");
  return actor.memberId === memberId ? deny("role_own") : allow;
}

/** Nobody decides about their own words, or about what they reported themselves. */
export function canDecide(actor: Actor, thing: Thing, reporterIds: number[]): Decision {
  if (!isStaff(actor)) return deny("not_allowed");
  return thing.authorId === actor.memberId || reporterIds.includes(actor.memberId) ? deny("decide_own") : allow;
}

/** Whether a decision fits the thing as it is now. */
export function fits(
  actor: Actor,
  thing: Thing,
  { measure, penalty }: { measure: Measure; penalty?: Penalty },
): Decision {
  const offered = measuresFor(thing).includes(measure) && (!penalty || penaltiesFor(actor, thing).includes(penalty));
  return offered ? allow : deny("decision_not_offered");
}

export function canReport(actor: Actor, thing: { authorId: number; visible: boolean }): Decision {
  if (!thing.visible) return deny("not_found");
  return thing.authorId === actor.memberId ? deny("report_own") : allow;
}

/** The reasons for which somebody reports such a thing. What breaks the law also has the public form. */
export function reasonsFor(kind: ReportedKind): ReportReason[] {
  const unfit: Record<ReportedKind, ReportReason[]> = {
    post: [],
    comment: [],
    testimonial: ["off_topic"],
    article: ["worried_about_person", "harassment", "spam", "off_topic"],
    profile: ["unsafe_advice", "off_topic"],
  };
  return reportReasons.filter((reason) => reason !== "illegal" && !unfit[kind].includes(reason));
}

/** The reasons for which a moderator opens a case. */
export function staffReasonsFor(kind: ReportedKind): ReportReason[] {
  const fit = reasonsFor(kind);
  return reportReasons.filter((reason) => reason === "illegal" || fit.includes(reason));
}

/** How soon somebody should look: a worry about a person first, then what could hurt a reader or breaks the law. */
export const attentionHours: Record<ReportReason, number> = {
  worried_about_person: 1,
  illegal: 24,
  unsafe_advice: 24,
  promotion: 48,
  harassment: 48,
  private_details: 48,
  spam: 48,
  off_topic: 48,
  other: 48,
};

/** What shows the sexual abuse of a child is looked at as soon as a worry about a person. */
export const childAbuseHours = 1;

/** How soon an appeal should be decided. */
export const appealHours = 7 * 24;

/** The decision that is written down for a measure or a penalty, and what it ends. */
export function decisionOf(choice: Measure | Penalty): { kind: DecisionKind; lifts: DecisionKind | null } {
  if (!choice.startsWith("lift_")) return { kind: choice as DecisionKind, lifts: null };
  return { kind: "lift", lifts: choice.slice("lift_".length) as DecisionKind };
}

/** How far a decision reaches. */
export function scopeOf(subject: Subject, kind: DecisionKind, lifts: DecisionKind | null): Scope {
  const about = lifts ?? kind;
  if (["silence", "suspend", "ban", "pause_reports", "pause_appeals"].includes(about)) return "account";
  if (["lock", "slow", "move"].includes(about)) return "thread";
  return subject === "profile" ? "profile" : "text";
}

/** Measures that make words go. Where they were spam, they are counted instead of told. */
const takesWordsAway: DecisionKind[] = ["hide", "remove", "redact", "refuse_edit"];

/** Everybody is told of every decision but two: what stays as it was, and that spam is gone. */
export function tellsAuthor(kind: DecisionKind, rule: Rule): boolean {
  return kind !== "keep" && !(rule === "spam" && takesWordsAway.includes(kind));
}

export type Reporter = { decided: number; upheld: number };

/**
 * What a report weighs by its reporter's record, from 0.5 to 1.5, and 1 for somebody new: the share of earlier reports
 * that led to a decision, with two imagined ones, one each way (Laplace's rule of succession).
 */
export function weightOf({ decided, upheld }: Reporter): number {
  return 0.5 + (upheld + 1) / (decided + 2);
}

/** How many hours a case comes forward in the queue for the weight of its reports: two for each, a day at the most. */
export function leadHours(weight: number): number {
  return Math.min(24, 2 * Math.max(0, weight - 1));
}

/** PRODUCT: that many people, one of them here that long, hide a thing until a moderator has looked. */
const autoHideRule = { reporters: 3, oneOlderThanDays: 30 };

export type AutoHide = {
  reason: ReportReason;
  /** Distinct people who reported it for something else than a worry. */
  reporters: number;
  oldestDays: number;
  visible: boolean;
  /** The software hid it before, or a moderator has decided that it may stay. */
  settled: boolean;
};

/** Never for a worry about somebody's safety, and never against what a moderator has decided. */
export function hidesItself({ reason, reporters, oldestDays, visible, settled }: AutoHide): boolean {
  if (reason === "worried_about_person" || settled || !visible) return false;
  return reporters >= autoHideRule.reporters && oldestDays > autoHideRule.oneOlderThanDays;
}
