import type { CaseOrigin, DecisionKind, ReportReason, Rule } from "./schema";

/**
 * Our decisions in the words of the EU's DSA Transparency Database, as its API has them since July 2025
 * (https://transparency.dsa.ec.europa.eu/page/api-documentation). docs/transparency.md has the reason of each choice.
 */
export type EuCodes = {
  visibility: "CONTENT_REMOVED" | "CONTENT_DISABLED" | "CONTENT_INTERACTION_RESTRICTED" | "OTHER" | null;
  provision: "PARTIAL_SUSPENSION" | null;
  account: "SUSPENDED" | "TERMINATED" | null;
  ground: "ILLEGAL_CONTENT" | "INCOMPATIBLE_CONTENT";
  category: Category;
  keyword: Keyword | null;
  source: "SOURCE_ARTICLE_16" | "SOURCE_TYPE_OTHER_NOTIFICATION" | "SOURCE_VOLUNTARY";
  automatedDetection: "Yes" | "No";
  automatedDecision: "FULLY" | "NOT_AUTOMATED";
};

type Category =
  | "CONSUMER_INFORMATION"
  | "CYBER_VIOLENCE"
  | "DATA_PROTECTION_AND_PRIVACY_VIOLATIONS"
  | "ILLEGAL_OR_HARMFUL_SPEECH"
  | "OTHER_VIOLATION_TC"
  | "RISK_FOR_PUBLIC_SECURITY"
  | "SCAMS_AND_FRAUD"
  | "SELF_HARM";
type Keyword = "CYBER_HARASSMENT" | "HIDDEN_ADVERTISEMENT" | "INAUTHENTIC_USER_REVIEWS" | "RISK_PUBLIC_HEALTH";

type Restriction = Pick<EuCodes, "visibility" | "provision" | "account">;

const none: Restriction = { visibility: null, provision: null, account: null };
const seen = (visibility: EuCodes["visibility"]): Restriction => ({ ...none, visibility });
const partly: Restriction = { ...none, provision: "PARTIAL_SUSPENSION" };

/** Null for what restricts nobody, and so has no place in the database. */
const restrictions: Record<DecisionKind, Restriction | null> = {
  keep: null,
  restore: null,
  lift: null,
  remind: null,
  warn: null,
  // The text stays as it is until its author has changed it.
  ask_edit: null,
  hide: seen("CONTENT_DISABLED"),
  remove: seen("CONTENT_REMOVED"),
  refuse_edit: seen("CONTENT_REMOVED"),
  redact: seen("OTHER"),
  move: seen("OTHER"),
  lock: seen("CONTENT_INTERACTION_RESTRICTED"),
  slow: seen("CONTENT_INTERACTION_RESTRICTED"),
  silence: partly,
  pause_reports: partly,
  pause_appeals: partly,
  suspend: { ...none, account: "SUSPENDED" },
  ban: { ...none, account: "TERMINATED" },
};

type Class = { category: Category; keyword: Keyword | null };

const health: Class = { category: "RISK_FOR_PUBLIC_SECURITY", keyword: "RISK_PUBLIC_HEALTH" };
const harassment: Class = { category: "CYBER_VIOLENCE", keyword: "CYBER_HARASSMENT" };
const privacy: Class = { category: "DATA_PROTECTION_AND_PRIVACY_VIOLATIONS", keyword: null };
const advertising: Class = { category: "CONSUMER_INFORMATION", keyword: "HIDDEN_ADVERTISEMENT" };
const selfHarm: Class = { category: "SELF_HARM", keyword: null };
const speech: Class = { category: "ILLEGAL_OR_HARMFUL_SPEECH", keyword: null };
const terms: Class = { category: "OTHER_VIOLATION_TC", keyword: null };

/** For the rules that several things can break: what was reported says which. */
const classOfReason: Record<ReportReason, Class> = {
  worried_about_person: selfHarm,
  illegal: speech,
  unsafe_advice: health,
  promotion: advertising,
  harassment,
  private_details: privacy,
  spam: { category: "SCAMS_AND_FRAUD", keyword: null },
  off_topic: terms,
  other: terms,
};

const classOfRule: Record<Rule, (reason: ReportReason) => Class> = {
  safety: (reason) => (reason === "worried_about_person" ? selfHarm : health),
  kindness: (reason) => (reason === "harassment" ? harassment : speech),
  privacy: () => privacy,
  honesty: (reason) =>
    reason === "promotion" ? { category: "SCAMS_AND_FRAUD", keyword: "INAUTHENTIC_USER_REVIEWS" } : terms,
  promotion: () => advertising,
  on_topic: () => terms,
  spam: () => classOfReason.spam,
  law: (reason) => (classOfReason[reason] === terms ? speech : classOfReason[reason]),
  none: () => terms,
};

/** Members say that something breaks our rules; only the form for everybody asks for what Article 16 asks for. */
const sources: Record<CaseOrigin, EuCodes["source"]> = {
  notice: "SOURCE_ARTICLE_16",
  report: "SOURCE_TYPE_OTHER_NOTIFICATION",
  software: "SOURCE_VOLUNTARY",
  staff: "SOURCE_VOLUNTARY",
};

type Decided = {
  kind: DecisionKind;
  rule: Rule;
  /** The most urgent reason of its case. */
  reason: ReportReason;
  origin: CaseOrigin;
  /** Whether the software decided it. */
  automated: boolean;
};

/** @returns null for a decision that restricts nobody */
export function euCodesOf({ kind, rule, reason, origin, automated }: Decided): EuCodes | null {
  const restriction = restrictions[kind];
  if (!restriction) return null;
  return {
    ...restriction,
    ground: rule === "law" ? "ILLEGAL_CONTENT" : "INCOMPATIBLE_CONTENT",
    ...classOfRule[rule](reason),
    source: sources[origin],
    automatedDetection: origin === "software" ? "Yes" : "No",
    automatedDecision: automated ? "FULLY" : "NOT_AUTOMATED",
  };
}

/** The names of the attributes, in the order of `euCellsOf`. */
export const euAttributes = [
  "decision_visibility",
  "decision_provision",
  "decision_account",
  "decision_ground",
  "category",
  "category_specification",
  "source_type",
  "automated_detection",
  "automated_decision",
] as const;

const withStem = (stem: string, code: string | null) => (code === null ? null : `${stem}_${code}`);

/** The codes as the database spells them; all null for a decision that restricts nobody. */
export function euCellsOf(codes: EuCodes | null): (string | null)[] {
  if (!codes) return euAttributes.map(() => null);
  return [
    withStem("DECISION_VISIBILITY", codes.visibility),
    withStem("DECISION_PROVISION", codes.provision),
    withStem("DECISION_ACCOUNT", codes.account),
    withStem("DECISION_GROUND", codes.ground),
    withStem("STATEMENT_CATEGORY", codes.category),
    withStem("KEYWORD", codes.keyword),
    codes.source,
    codes.automatedDetection,
    withStem("AUTOMATED_DECISION", codes.automatedDecision),
  ];
}
