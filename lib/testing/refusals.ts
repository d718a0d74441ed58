import { Refusal } from "@/lib/platform/errors";

/** Waits for a verb that has to refuse. @returns its refusal; a verb that succeeds or breaks fails the test */
export async function refusalOf(attempt: Promise<unknown>): Promise<Refusal> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** @returns the code of the refusal */
export async function codeOf(attempt: Promise<unknown>): Promise<string> {
  return (await refusalOf(attempt)).code;
}

/** What became of each, sorted: "done" or the code of its refusal. Anything else that went wrong fails the test. */
export async function outcomesOf(attempts: Promise<unknown>[]): Promise<string[]> {
  const results = await Promise.allSettled(attempts);
  const outcomes = results.map((result) => {
    if (result.status === "fulfilled") return "done";
    if (result.reason instanceof Refusal) return result.reason.code;
    throw result.reason;
  });
  return outcomes.sort();
}
