import { describe, expect, it } from "vitest";
import { caseOriginEnum, decisionKindEnum, reportReasonEnum, ruleEnum } from "@/db/schema";
import { euAttributes, euCellsOf, euCodesOf } from "./dsa-vocabulary";

const kinds = decisionKindEnum.enumValues;
const rules = ruleEnum.enumValues;
const reasons = reportReasonEnum.enumValues;
const origins = caseOriginEnum.enumValues;

const hidden = { kind: "hide", rule: "kindness", reason: "harassment", origin: "report", automated: false } as const;

/** The codes of the database's API, version 2, that this site may give. */
const allowed: Record<(typeof euAttributes)[number], (string | null)[]> = {
  decision_visibility: [
    null,
    "DECISION_VISIBILITY_CONTENT_REMOVED",
    "DECISION_VISIBILITY_CONTENT_DISABLED",
    "DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED",
    "DECISION_VISIBILITY_OTHER",
  ],
  decision_provision: [null, "DECISION_PROVISION_PARTIAL_SUSPENSION"],
  decision_account: [null, "DECISION_ACCOUNT_SUSPENDED", "DECISION_ACCOUNT_TERMINATED"],
  decision_ground: ["DECISION_GROUND_ILLEGAL_CONTENT", "DECISION_GROUND_INCOMPATIBLE_CONTENT"],
  category: [
    "STATEMENT_CATEGORY_CONSUMER_INFORMATION",
    "STATEMENT_CATEGORY_CYBER_VIOLENCE",
    "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS",
    "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
    "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
    "STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY",
    "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
    "STATEMENT_CATEGORY_SELF_HARM",
  ],
  category_specification: [
    null,
    "KEYWORD_CYBER_HARASSMENT",
    "KEYWORD_HIDDEN_ADVERTISEMENT",
    "KEYWORD_INAUTHENTIC_USER_REVIEWS",
    "KEYWORD_RISK_PUBLIC_HEALTH",
  ],
  source_type: ["SOURCE_ARTICLE_16", "SOURCE_TYPE_OTHER_NOTIFICATION", "SOURCE_VOLUNTARY"],
  automated_detection: ["Yes", "No"],
  automated_decision: ["AUTOMATED_DECISION_FULLY", "AUTOMATED_DECISION_NOT_AUTOMATED"],
};

describe("the restriction", () => {
  it.each([
    ["keep", null],
    ["restore", null],
    ["lift", null],
    ["remind", null],
    ["warn", null],
    ["ask_edit", null],
    ["hide", "DECISION_VISIBILITY_CONTENT_DISABLED"],
    ["remove", "DECISION_VISIBILITY_CONTENT_REMOVED"],
    ["redact", "DECISION_VISIBILITY_OTHER"],
    ["move", "DECISION_VISIBILITY_OTHER"],
    ["lock", "DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED"],
    ["slow", "DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED"],
    ["refuse_edit", "DECISION_VISIBILITY_CONTENT_REMOVED"],
    ["silence", "DECISION_PROVISION_PARTIAL_SUSPENSION"],
    ["suspend", "DECISION_ACCOUNT_SUSPENDED"],
    ["ban", "DECISION_ACCOUNT_TERMINATED"],
    ["pause_reports", "DECISION_PROVISION_PARTIAL_SUSPENSION"],
    ["pause_appeals", "DECISION_PROVISION_PARTIAL_SUSPENSION"],
  ] as const)("of %s is %s", (kind, code) => {
    const restriction = euCellsOf(euCodesOf({ ...hidden, kind })).slice(0, 3);
    expect(restriction.filter((cell) => cell !== null)).toEqual(code === null ? [] : [code]);
  });

  it("is told of each decision that there is", () => {
    for (const kind of kinds) expect(euCodesOf({ ...hidden, kind }), kind).toBeDefined();
  });
});

describe("the ground and the category", () => {
  it.each([
    ["safety", "unsafe_advice", "RISK_FOR_PUBLIC_SECURITY", "RISK_PUBLIC_HEALTH"],
    ["safety", "worried_about_person", "SELF_HARM", null],
    ["safety", "other", "RISK_FOR_PUBLIC_SECURITY", "RISK_PUBLIC_HEALTH"],
    ["kindness", "harassment", "CYBER_VIOLENCE", "CYBER_HARASSMENT"],
    ["kindness", "other", "ILLEGAL_OR_HARMFUL_SPEECH", null],
    ["privacy", "other", "DATA_PROTECTION_AND_PRIVACY_VIOLATIONS", null],
    ["honesty", "promotion", "SCAMS_AND_FRAUD", "INAUTHENTIC_USER_REVIEWS"],
    ["honesty", "unsafe_advice", "OTHER_VIOLATION_TC", null],
    ["promotion", "promotion", "CONSUMER_INFORMATION", "HIDDEN_ADVERTISEMENT"],
    ["on_topic", "off_topic", "OTHER_VIOLATION_TC", null],
    ["spam", "spam", "SCAMS_AND_FRAUD", null],
    ["law", "illegal", "ILLEGAL_OR_HARMFUL_SPEECH", null],
    ["law", "private_details", "DATA_PROTECTION_AND_PRIVACY_VIOLATIONS", null],
    ["law", "other", "ILLEGAL_OR_HARMFUL_SPEECH", null],
    ["none", "other", "OTHER_VIOLATION_TC", null],
  ] as const)("of %s after a report of %s are %s, %s", (rule, reason, category, keyword) => {
    expect(euCodesOf({ ...hidden, rule, reason })).toMatchObject({ category, keyword });
  });

  it("are of the law where a law was broken, and of our rules otherwise", () => {
    for (const rule of rules) {
      const ground = rule === "law" ? "ILLEGAL_CONTENT" : "INCOMPATIBLE_CONTENT";
      expect(euCodesOf({ ...hidden, rule })?.ground, rule).toBe(ground);
    }
  });
});

describe("the source", () => {
  it.each([
    ["notice", "SOURCE_ARTICLE_16", "No"],
    ["report", "SOURCE_TYPE_OTHER_NOTIFICATION", "No"],
    ["software", "SOURCE_VOLUNTARY", "Yes"],
    ["staff", "SOURCE_VOLUNTARY", "No"],
  ] as const)("%s is %s, found by software: %s", (origin, source, automatedDetection) => {
    expect(euCodesOf({ ...hidden, origin })).toMatchObject({ source, automatedDetection });
  });

  it.each([
    [true, "FULLY"],
    [false, "NOT_AUTOMATED"],
  ] as const)("decided by software (%s) is %s", (automated, automatedDecision) => {
    expect(euCodesOf({ ...hidden, automated })).toMatchObject({ automatedDecision });
  });
});

it("gives codes of the database and no others, one restriction each, for everything that can be decided", () => {
  const strange: string[] = [];
  for (const kind of kinds)
    for (const rule of rules)
      for (const reason of reasons)
        for (const origin of origins) {
          const codes = euCodesOf({ kind, rule, reason, origin, automated: kind === "hide" });
          if (!codes) continue;
          const cells = euCellsOf(codes);
          const known = euAttributes.every((name, index) => allowed[name].includes(cells[index] ?? null));
          const single = cells.slice(0, 3).filter((cell) => cell !== null).length === 1;
          if (!known || !single || cells.length !== euAttributes.length) strange.push([kind, rule, reason].join(" "));
        }
  expect(strange).toEqual([]);
});
