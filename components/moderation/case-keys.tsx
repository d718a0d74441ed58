import { measureChoices } from "@/lib/moderation/labels";
import { usualRule } from "@/lib/moderation/labels-staff";
import type { CaseView } from "@/lib/moderation/queries-case";
import { caseKeys, measureKeys } from "./key-list";
import { Keys } from "./keys";

/** The keys by which a case is decided. */
export function CaseKeys({ measures, reason }: Pick<CaseView, "measures" | "reason">) {
  const starts = measures.map((measure) => ({
    key: measureKeys[measure],
    measure,
    label: measureChoices[measure].label,
    rule: usualRule(measure, reason),
  }));
  return <Keys help={caseKeys} starts={starts} />;
}
