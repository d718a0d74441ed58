import type { Measure, ReportReason, Rule } from "@/lib/moderation/schema";

/** What a decision begins with when it is made by a key. Without a reason there is none that fits everybody. */
export type Beginning = { rule: Rule; reason: string };

const byReason: Record<ReportReason, Beginning> = {
  worried_about_person: { rule: "none", reason: "" },
  illegal: { rule: "law", reason: "" },
  unsafe_advice: { rule: "safety", reason: "Somebody who follows this advice could be hurt." },
  promotion: { rule: "promotion", reason: "It advertises something, and does not say so." },
  harassment: { rule: "kindness", reason: "It attacks a person instead of speaking about the subject." },
  private_details: { rule: "privacy", reason: "It tells private details about somebody." },
  spam: { rule: "spam", reason: "It is spam: it advertises, or it was sent to many places at once." },
  off_topic: { rule: "on_topic", reason: "It is not about the subject that people talk about here." },
  other: { rule: "none", reason: "" },
};

const byMeasure: Partial<Record<Measure, Beginning>> = {
  keep: { rule: "none", reason: "It is within the rules, so it stays as it is." },
  restore: { rule: "none", reason: "It is within the rules, so everybody can read it." },
  redact: { rule: "privacy", reason: "It told private details about somebody. The rest stays." },
  move: { rule: "on_topic", reason: "It fits another technique better, and is easier to find there." },
  lift_lock: { rule: "none", reason: "People can write here again." },
  lift_slow: { rule: "none", reason: "People can write here at the usual pace again." },
};

export function beginningOf(measure: Measure, reason: ReportReason): Beginning {
  return byMeasure[measure] ?? byReason[reason];
}
