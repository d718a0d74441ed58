import type { RefusalFacts } from "@/lib/platform/errors";
import { signSentences as screeningSigns } from "@/lib/screening/labels";
import type { NoticeOutcome, ReportState } from "./outcomes";
import type { AppealOutcome, CaseOrigin, DecisionKind, Measure, Penalty, ReportReason, Rule, Scope } from "./schema";

/** Stands in place of a title that its author took back, for everybody. */
export const withdrawnTitle = "Withdrawn by its author";

export const reasonLabels: Record<ReportReason, string> = {
  worried_about_person: "I’m worried about this person",
  illegal: "It is against the law",
  unsafe_advice: "Unsafe advice",
  promotion: "Made up, or advertising",
  harassment: "Harassment",
  private_details: "Someone’s private details",
  spam: "Spam",
  off_topic: "Off topic",
  other: "Something else",
};

export const reasonHints: Partial<Record<ReportReason, string>> = {
  worried_about_person: "They may be in danger, or sound as if they cannot go on. Nobody is punished for that.",
  unsafe_advice: "It could hurt somebody who follows it.",
  private_details: "A name, an address, a workplace, something told in confidence.",
};

export const originLabels: Record<CaseOrigin, string> = {
  report: "Members reported it",
  notice: "Somebody without an account reported it",
  software: "The software noticed it",
  staff: "A moderator saw it",
};

/** What the software noticed, in a sentence for the moderator. */
export const signSentences: Record<string, (n: number) => string> = {
  ...screeningSigns,
  burst: (n) => `${n} new members told about this technique for the first time within three days.`,
  network: (n) => `${n} testimonials about this technique came from one network within a week.`,
  wording: (n) => `Half or more of its wording stands in another testimonial: number ${n}.`,
  business: (n) =>
    `It names ${n === 1 ? "a business, a provider, a link or a number" : `${n} businesses, providers, links or numbers`}.`,
};

/** What a restored thing is called while it has not been seen yet. */
export const letThrough = { label: "Let it appear", hint: "Everybody can read it from now on." };
export const letEditThrough = { label: "Let the edit appear", hint: "The new wording takes the place of the old one." };

type Choice = { label: string; hint: string };

export const measureChoices: Record<Measure, Choice> = {
  keep: { label: "Leave it as it is", hint: "Nothing changes. The author is not told." },
  restore: { label: "Restore it", hint: "It comes back as it was." },
  hide: { label: "Hide it", hint: "Nobody sees it while it is looked into. It can come back as it was." },
  remove: { label: "Remove it", hint: "It breaks the guidelines and stays away. It can still be restored." },
  redact: { label: "Take a passage out", hint: "For private details: the passage goes, the rest stays." },
  move: { label: "Move it to another technique", hint: "It stands in that technique’s list from now on." },
  ask_edit: {
    label: "Ask for an edit",
    hint: "It stays. The author is asked, and the case comes back after the edit.",
  },
  refuse_edit: { label: "Leave the text as it was", hint: "The edit that waits is dropped. The author is told." },
  lock: { label: "Lock the thread", hint: "Everybody can read it, nobody can add to it." },
  slow: { label: "Slow the thread", hint: "Each person can comment once in ten minutes." },
  lift_lock: { label: "Unlock the thread", hint: "People can write under it again." },
  lift_slow: { label: "End the slow pace", hint: "People can comment at the usual pace again." },
};

export const penaltyLabels: Record<Penalty, string> = {
  remind: "Remind them of the rule",
  warn: "Warn them",
  silence: "Silence: they can read, and not write",
  suspend: "Suspend: the account is closed for a time",
  ban: "Ban: the account is closed for good",
  pause_reports: "Pause their reports",
  pause_appeals: "Pause their appeals",
  lift_silence: "End the silence",
  lift_suspend: "End the suspension",
  lift_ban: "Lift the ban",
  lift_pause_reports: "Let them report again",
  lift_pause_appeals: "Let them appeal again",
};

export const dayLabels: Record<string, string> = { "1": "24 hours", "3": "72 hours", "7": "7 days", "30": "30 days" };

/** What was decided, in short, for lists and the log. */
export const decisionLabels: Record<DecisionKind, string> = {
  keep: "Left as it is",
  restore: "Restored, or let through",
  hide: "Hidden",
  remove: "Removed",
  redact: "A passage taken out",
  move: "Moved to another technique",
  lock: "Thread locked",
  slow: "Thread slowed",
  ask_edit: "Asked for an edit",
  refuse_edit: "Edit not taken",
  remind: "Reminder",
  warn: "Warning",
  silence: "Silenced",
  suspend: "Suspended",
  ban: "Banned",
  pause_reports: "Reports paused",
  pause_appeals: "Appeals paused",
  lift: "Lifted",
};

/** What was done, told to the author. */
const outcomes: Record<DecisionKind, string> = {
  keep: "It stays as it is.",
  restore: "Other people can see it.",
  hide: "It was hidden. Other people cannot see it.",
  remove: "It was removed. Other people cannot see it.",
  redact: "A passage was taken out of it. The rest can be read as before.",
  move: "Your thread was moved to another technique.",
  lock: "The thread was locked. Everybody can read it, and nobody can add to it.",
  slow: "The thread was slowed. Each person can comment once in ten minutes.",
  ask_edit: "You are asked to change it. It can be read until then.",
  refuse_edit: "Your edit was not taken. The text stands as it was before.",
  remind: "This is a reminder of a rule. Nothing else follows from it.",
  warn: "This is a warning. Nothing else follows from it now.",
  silence: "You can read here and not write.",
  suspend: "Your account is suspended.",
  ban: "Your account is closed.",
  pause_reports: "You cannot report anything.",
  pause_appeals: "You cannot appeal.",
  lift: "What a moderator had decided has ended.",
};
const lifted: Partial<Record<DecisionKind, string>> = {
  lock: "The thread was unlocked. People can write under it again.",
  slow: "The thread has its usual pace again.",
  silence: "You can write here again.",
  suspend: "Your account is open again.",
  ban: "Your account is open again.",
  pause_reports: "You can report again.",
  pause_appeals: "You can appeal again.",
};

/** What was done, told to the author. `lifts` is what a `lift` ended. */
export function outcomeOf({ kind, lifts }: { kind: DecisionKind; lifts?: DecisionKind | null }): string {
  return (kind === "lift" && lifts && lifted[lifts]) || outcomes[kind];
}

export const scopeLabels: Record<Scope, string> = {
  text: "This text",
  thread: "This thread",
  profile: "What you wrote about yourself",
  account: "What you can do here",
};

export const ruleLabels: Record<Rule, string> = {
  safety: "Keep each other safe",
  kindness: "Be kind to the person",
  privacy: "Keep private things private",
  honesty: "Speak from your own experience",
  promotion: "Say so when you have an interest",
  on_topic: "Stay with the subject",
  spam: "No spam",
  law: "It is against the law",
  none: "No rule was broken",
};

/** What the software writes when it hides something after reports. */
export const autoHideReason =
  "Several members reported this independently, so the software has hidden it until a moderator has read it. A person will look at it and decide.";

export const appealOutcomeLabels: Record<AppealOutcome, string> = {
  upheld: "Taken back",
  refused: "It stands",
};
/** What is written down where several things are removed as spam at once. */
export const spamReason = "It is spam: it advertises, or it was sent to many places at once.";
export const spamBanReason =
  "What you posted here soon after you joined was spam: it advertised, or was sent to many places at once. So the account was closed.";
export const batchUndoneReason =
  "Your account was closed together with several others. A moderator has looked again and taken that back.";

export const moderationRefusals: Record<string, string | ((facts: RefusalFacts) => string)> = {
  report_own: "These are your own words. You can withdraw them yourself, without a reason.",
  reports_paused: "A moderator has paused your reports for now. The statement at “From the moderators” says why.",
  reason_unfit: "Please choose a reason from the list.",
  case_changed: ({ what = "", who = "" }) =>
    what
      ? `${who} has decided this case while you were reading: ${what}. Yours was not sent. Your text is still here: look at what happened below, or reload the page.`
      : "Somebody has changed this case since you opened it. Yours was not sent. Your text is still here: reload the page and look at what happened.",
  claimed_already: ({ who = "Somebody" }) =>
    `${who} has claimed this case and is looking at it. You can still open it and decide.`,
  case_closed: "This case is decided already.",
  nothing_removed: "Nothing was removed: somebody has changed or decided these cases since you opened the queue.",
  batch_undone: "This was undone already.",
  undo_own: "Some of this is about your own words or your own report. Another moderator has to undo it.",
  decide_own: "These are your own words, or your own report. Another moderator has to decide.",
  decision_not_offered: "This is not possible any more for what this case is about. Please reload the page.",
  passage_not_found: "This passage does not stand in the text. Please copy it exactly as it was typed.",
  technique_unknown: "Please choose a technique from the list.",
  appeal_made: "You have objected to this decision before. That can be done once.",
  appeal_not_offered: "This decision takes nothing away, so there is nothing to object to.",
  appeal_overturned: "This decision was taken back already.",
  appeal_superseded: "Something else was decided about it since.",
  appeal_over: "It is more than six months ago, and one can object for six months.",
  appeals_paused: "A moderator has paused your appeals for now. The statement at “From the moderators” says why.",
  appeal_changed: ({ what = "", who = "" }) =>
    `${who} has answered this appeal while you were reading: ${String(what).toLowerCase()}. Yours was not sent. Your text is still here.`,
  answer_own_decision: "You made the decision that this is about. Somebody else has to look at it.",
  answer_overturned: "This decision was taken back already, so it cannot stand. Please say so in the answer.",
  same_technique: "It stands under this technique already.",
  notice_elsewhere:
    "This address is not on this site, and we can act only on what is. Please copy it from the top of your browser.",
  notice_no_content:
    "This page holds nobody’s words. Please give the address of the thread, the comment or the member’s page that you mean.",
  notice_nothing_there:
    "There is nothing at this address that we could look at. Please check it. If you found it as a member, sign in first.",
  notice_no_comment: "There is no comment with this number in the thread. Please check it, or leave it out.",
  template_gone: "Somebody has changed or retired this text since you opened it. Please reload the page.",
  template_name_taken: "Another text has this name already. Please choose a name of its own.",
  note_about_self: "This is about you. Another moderator can note something here.",
  role_own: "Nobody changes their own role. Please ask another admin.",
  role_same: "They have this role already.",
};

/** What came of a notice, told to whoever sent it. */
export const noticeOutcomes: Record<NoticeOutcome, string> = {
  kept: "It was left as it is.",
  hidden: "It was hidden. Other people cannot see it.",
  removed: "It was removed. Other people cannot see it.",
  withdrawn: "It is not here any more. Whoever wrote it had taken it back.",
  other:
    "It can still be read, and something else was done about it. What that is stays between us and whoever wrote it.",
};

/** Where a report stands, told to whoever sent it. */
export const reportStates: Record<ReportState, string> = {
  waiting: "Waiting for a moderator",
  claimed: "A moderator is looking at it",
  hidden: "Hidden until a moderator has looked",
  kept: "Looked at, and left as it is",
  done: "Looked at, and something was done",
  taken_back: "Something was done, and taken back after an objection",
};
