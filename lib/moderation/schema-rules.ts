/**
 * Whether a decision is about something that breaks a rule, so that it means nothing without one.
 * @param decision a measure and a penalty by their names in schema.ts, which brings zod along and this must not
 */
export function goesAgainstRule({ measure, penalty = "" }: { measure: string; penalty?: string }): boolean {
  if (penalty !== "" && !penalty.startsWith("lift_")) return true;
  return ["hide", "remove", "ask_edit"].includes(measure);
}
