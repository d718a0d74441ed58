import type { Pause } from "./form-state";

/** Facts that a refusal's sentence may mention. Never anybody's words. */
export type RefusalFacts = Record<string, string | number>;

/**
 * Thrown by a verb that refuses; the transaction rolls back and nothing is half written.
 * The code is for programs; the sentence for people is in a domain's `labels.ts`.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly facts: RefusalFacts = {},
    /** The form field that it is about, if it is about one. */
    readonly field?: string,
    /** The HTTP status of the page that a browser without JavaScript gets, where it is not the usual one. */
    readonly status?: number,
  ) {
    super(`refused: ${code}`);
    this.name = "Refusal";
  }
}

/** Thrown by a verb whose author should see something first. Like every refusal, it leaves nothing behind. */
export class Paused extends Refusal {
  constructor(readonly pause: Pause) {
    super("paused");
    this.name = "Paused";
  }
}

/** True for Postgres' unique_violation on the named constraint or index. */
export function isDuplicate(error: unknown, constraint: string): boolean {
  return breaks(error, "23505", constraint);
}

/** True for Postgres' exclusion_violation on the named constraint. */
export function isExcluded(error: unknown, constraint: string): boolean {
  return breaks(error, "23P01", constraint);
}

function breaks(error: unknown, code: string, constraint: string): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return (
    typeof cause === "object" &&
    cause !== null &&
    "code" in cause &&
    cause.code === code &&
    "constraint_name" in cause &&
    cause.constraint_name === constraint
  );
}
