import fc from "fast-check";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { cases } from "@/db/schema";
import { aConversation, answer, appealTo, decidedOn, stateOf } from "@/lib/testing/appealed";
import { aTechnique } from "@/lib/testing/factories";
import { Refusal } from "@/lib/platform/errors";
import { penalties, type Measure, type Penalty } from "./schema";

type Step = { about: "thread" | "comment"; measure: Measure; passage: string; penalty?: Penalty };

const ofThread: Measure[] = ["hide", "remove", "restore", "redact", "move", "lock", "slow", "ask_edit", "lift_lock"];
const ofComment: Measure[] = ["hide", "remove", "restore", "redact", "ask_edit"];

const step: fc.Arbitrary<Step> = fc.record({
  about: fc.constantFrom("thread" as const, "comment" as const),
  measure: fc.constantFrom(...ofThread),
  passage: fc.constantFrom("Dr Weiss", "minute", "calm", "helped", "an"),
  penalty: fc.option(fc.constantFrom(...penalties.slice(0, 4)), { nil: undefined }),
});

/** What a moderator may choose by then; another choice is left out of the history. */
async function decideOrNot(run: () => ReturnType<typeof decidedOn>) {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(["decision_not_offered", "passage_not_found", "same_technique"]).toContain(error.code);
    await db.update(cases).set({ closedAt: new Date() });
    return null;
  }
}

it("whatever was decided, once all appeals are upheld everything is as it began", async () => {
  const elsewhere = await aTechnique();
  let decisions = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), fc.boolean(), async (steps, newestFirst) => {
      const { author, other, thread, comment } = await aConversation();
      const before = await stateOf(thread.id);
      const stated: { id: number; member: typeof author }[] = [];
      for (const { about, measure, passage, penalty } of steps) {
        if (about === "comment" && !ofComment.includes(measure)) continue;
        const thing = about === "comment" ? { thread, comment } : { thread };
        const given = { measure, passage, penalty, days: 1, technique: elsewhere.slug };
        const decided = await decideOrNot(() => decidedOn(thing, given));
        for (const { made, statement } of decided?.rows ?? []) {
          if (!statement || made.kind === "restore" || made.kind === "lift") continue;
          stated.push({ id: statement.id, member: about === "comment" ? other : author });
        }
      }
      decisions += stated.length;
      for (const { id, member } of newestFirst ? stated.toReversed() : stated) {
        await answer(await appealTo(member, { id }), "upheld");
      }
      expect(await stateOf(thread.id)).toEqual(before);
    }),
    { numRuns: 15, endOnFailure: true },
  );
  expect(decisions).toBeGreaterThan(15);
}, 120_000);
