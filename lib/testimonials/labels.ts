import type { RefusalFacts } from "@/lib/platform/errors";
import { screeningRefusals } from "@/lib/screening/labels";
import type { answers, FollowUpTime, hideable, namings, Purpose, reminders } from "./schema";

type Words = { [Field in keyof typeof answers]: Record<(typeof answers)[Field][number], string> };

/** How every answer reads. */
export const answerLabels: Words = {
  givenBy: {
    licensed_therapist: "A massage therapist",
    physiotherapist: "A physiotherapist",
    partner: "Somebody close to me",
    self: "I did it myself",
    device: "A device",
  },
  setting: {
    before_attack: "When an attack was coming",
    during_attack: "During an attack",
    after_attack: "After an attack",
    between_attacks: "Between attacks",
    prevention: "Regularly, to prevent attacks",
  },
  areas: {
    head: "Head",
    face: "Face",
    jaw: "Jaw",
    neck: "Neck",
    shoulders: "Shoulders",
    upper_back: "Upper back",
    hands: "Hands",
    feet: "Feet",
    whole_body: "Whole body",
  },
  pressure: { very_light: "Very light", light: "Light", medium: "Medium", firm: "Firm", very_firm: "Very firm" },
  frequency: {
    once: "Once",
    less_than_monthly: "Less than once a month",
    monthly: "About once a month",
    every_two_weeks: "Every two weeks",
    weekly: "Every week",
    several_a_week: "Several times a week",
    daily: "Every day",
  },
  expected: { yes: "Yes", perhaps: "Perhaps", no: "No", did_not_think: "I did not think about it" },
  effect: {
    helped_a_lot: "It helped a lot",
    helped_a_little: "It helped a little",
    no_change: "No change",
    made_it_worse: "It made things worse",
    cannot_tell: "I cannot tell",
  },
  change: { better: "Better", no_change: "No change", worse: "Worse", cannot_tell: "I cannot tell" },
  function: { "0": "I could do nothing", "1": "A little", "2": "Most things", "3": "Everything" },
  relief: {
    no_relief: "There was none",
    under_2_hours: "Less than two hours",
    same_day: "For the rest of the day",
    a_few_days: "A few days",
    a_week_or_more: "A week or more",
  },
  unwanted: { none: "Nothing", sore: "I was sore", triggered_attack: "It set off an attack", other: "Something else" },
  touchPainful: { yes: "Yes", sometimes: "Sometimes", no: "No", cannot_tell: "I cannot tell" },
  cost: { free: "Nothing", under_25: "Under 25", "25_60": "25 to 60", "60_100": "60 to 100", over_100: "Over 100" },
  continuing: { yes: "Yes", stopped: "No, I stopped" },
  stoppedWhy: {
    did_not_help: "It did not help",
    made_worse: "It made things worse",
    cost: "The cost",
    access: "It was hard to get to",
    time: "The time it took",
    told_to_stop: "I was told to stop",
    no_longer_needed: "I no longer needed it",
  },
  otherChanges: { new_medicine: "A new medicine", sleep: "My sleep", season: "The season", other: "Something else" },
  wouldAgain: { yes: "Yes", perhaps: "Perhaps", no: "No" },
  diagnosed: { yes_by_clinician: "Yes", no: "No", unsure: "I am not sure" },
  migraineType: {
    without_aura: "Without aura",
    with_aura: "With aura",
    chronic: "Chronic",
    vestibular: "Vestibular",
    hemiplegic: "Hemiplegic",
    other: "Another kind",
    unsure: "I am not sure",
  },
};

/** The questions, as the form asks them and the page repeats them. */
export const questions = {
  givenBy: "Who gave it?",
  setting: "When, seen from the attack?",
  areas: "Where on the body?",
  pressure: "How firm was it?",
  sessionMinutes: "How many minutes at a time?",
  frequency: "How often?",
  weeks: "Over how many weeks?",
  expected: "Before: did you expect it to help?",
  effect: "What did it do, all in all?",
  effectDays: "The number of attack days",
  effectIntensity: "How bad the attacks were",
  effectLength: "How long the attacks lasted",
  functionBefore: "Before: how much could you do on a bad day?",
  functionAfter: "Since then: how much can you do on a bad day?",
  relief: "How long did relief last?",
  unwanted: "Did anything unwanted happen?",
  touchPainful: "Does touch hurt during your attacks?",
  cost: "What did one session cost, in your money?",
  continuing: "Do you still do it?",
  stoppedWhy: "If you stopped, why?",
  otherChanges: "Did anything else change at that time?",
  wouldAgain: "Would you do it again?",
  diagnosed: "Did a doctor or nurse tell you that it is migraine?",
  migraineType: "What kind of migraine?",
  interest: "Do you give massages for a living, or have another interest in them?",
  hidden: "Is there an answer that you would rather keep off the page?",
  naming: "Whose name should stand on it?",
  remind: "May we ask you again after 30 and after 90 days?",
} as const;

/** What a person agrees to, in the words that the ledger keeps. Other words are another version: never change one in place. */
export const consents = {
  shown: {
    version: 1,
    wording: "Show my answers, my story and what I add later on my testimonial, to those whom I let read it.",
  },
  counted: {
    version: 1,
    wording: "Count my answers, without any name, in the numbers that everybody sees.",
  },
  quoted: {
    version: 1,
    wording: "An editor may quote my testimonial in an article, under the name that stands on it.",
  },
} as const;

/** What a consent does, for the page on which it is given and taken back. */
export const consentNames: Record<Purpose, { on: string; off: string; stop: string; start: string }> = {
  shown: { on: "Shown on its page", off: "Not shown to anybody", stop: "Stop showing it", start: "Show it" },
  counted: { on: "Counted in the numbers", off: "Not counted", stop: "Stop counting it", start: "Count it" },
  quoted: { on: "May be quoted", off: "May not be quoted", stop: "Do not quote it", start: "Let it be quoted" },
};

export const ownStateLabels = {
  held: "A moderator reads this before others see it, as a rule within two days. There is nothing you need to do.",
  hidden: "Moderators have hidden this. You find their reasons under “From the moderators”.",
  removed: "Moderators have removed this. You find their reasons under “From the moderators”.",
  locked: "Moderators have closed this: it stands, and cannot be changed now.",
} as const;

export const hideableLabels: Record<(typeof hideable)[number], string> = {
  expected: "What I expected",
  pressure: "How firm it was",
  session: "How many minutes",
  frequency: "How often, and over how many weeks",
  effects: "What it did to attack days, strength and length",
  function: "How much I could do, before and since",
  relief: "How long relief lasted",
  touch_painful: "Whether touch hurts during attacks",
  cost: "What it cost",
  continuing: "Whether I still do it, and why not",
  other_changes: "What else changed",
  diagnosed: "Whether it was diagnosed",
  migraine_type: "The kind of migraine",
};

export const namingLabels: Record<(typeof namings)[number], { label: string; hint: string }> = {
  handle: { label: "My handle", hint: "It stands among the other things you wrote." },
  once: {
    label: "A name made for this alone",
    hint: "Other members cannot tell that it is yours. Comments that you write still carry your handle.",
  },
};

export const reminderLabels: Record<(typeof reminders)[number], string> = {
  mail: "Yes, by e-mail",
  here: "Yes, on my own page here",
  none: "No",
};

export const followUpLabels: Record<FollowUpTime, string> = {
  "30_days": "After 30 days",
  "90_days": "After 90 days",
};

export const testimonialRefusals: Record<string, string | ((facts: RefusalFacts) => string)> = {
  ...screeningRefusals,
  one_per_technique:
    "You have told about this technique already. You can change what you told, or withdraw it and tell it anew.",
  quoted_unshown: "Only what is shown can be quoted. Please let it be shown first.",
  too_early: "It is too early for this follow-up. Please come back when the time has passed.",
  technique_unknown: "Please choose a technique from the list.",
};

/** The title of a testimonial whose author gave none, e.g. "Shiatsu: no change". */
export function plainTitle(technique: string, effect: keyof Words["effect"]): string {
  const words = answerLabels.effect[effect];
  return `${technique}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`.replace(": i cannot", ": I cannot");
}

/** The title of a testimonial that is not shown: it says nothing of what was told. */
export function untoldTitle(technique: string): string {
  return `${technique}: what it did`;
}
