import { Refusal, type RefusalFacts } from "./errors";

/** What a rule says: yes, or no with its reason code. */
export type Decision = { allowed: true } | { allowed: false; code: string; facts?: RefusalFacts };

export const allow: Decision = { allowed: true };

export function deny(code: string, facts?: RefusalFacts): Decision {
  return { allowed: false, code, facts };
}

/** Throws the refusal of a decision that says no. */
export function insist(decision: Decision): void {
  if (!decision.allowed) throw new Refusal(decision.code, decision.facts);
}
