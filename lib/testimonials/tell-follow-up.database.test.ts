import { describe, expect, it } from "vitest";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aMember, aTestimonial, daysAgo } from "@/lib/testing/factories";
import { countsOf } from "@/lib/testing/own-answers";
import { codeOf } from "@/lib/testing/refusals";
import { listFollowUps, listOwnTestimonials } from "./queries";
import { followUpSchema } from "./schema";
import { tellFollowUp } from "./tell-follow-up";

const later = (thread: { id: number }, given: Record<string, string> = {}) =>
  followUpSchema.parse({
    thread: String(thread.id),
    after: "30_days",
    effect: "helped_a_little",
    unwanted: "none",
    unwantedText: "",
    note: "It *stays* calm.",
    ...given,
  });

describe("tellFollowUp", () => {
  it("stands on the page with its date, and counts as the latest", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author, agreed: ["shown", "counted"], answers: { toldAt: daysAgo(31) } });
    const tags = await purgedBy(() => tellFollowUp(actorOf(author), later(told)));
    expect(tags).toContain(`thread:${told.id}`);
    const [shown] = await listFollowUps(told.id);
    expect(shown).toMatchObject({ after: "30_days", effect: "helped_a_little" });
    expect(shown?.noteHtml).toContain("<em>stays</em>");
    const technique = Number(told.techniqueId);
    expect((await countsOf(technique, { stage: "latest" })).effect).toEqual({ "": 1, helped_a_little: 1 });
    expect((await countsOf(technique)).effect).toEqual({ "": 1, helped_a_little: 1 });
  });

  it("keeps the latest of two, and replaces one that is told again", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author, agreed: ["counted"], answers: { toldAt: daysAgo(91) } });
    await tellFollowUp(actorOf(author), later(told, { after: "90_days", effect: "made_it_worse" }));
    await tellFollowUp(actorOf(author), later(told));
    await tellFollowUp(actorOf(author), later(told, { effect: "no_change" }));
    const technique = Number(told.techniqueId);
    expect((await countsOf(technique, { stage: "latest" })).effect).toEqual({ "": 1, made_it_worse: 1 });
    const [own] = await listOwnTestimonials(author.id);
    expect(own?.followUps.map(({ told: at }) => at !== null)).toEqual([true, true]);
  });

  it.each([
    ["30_days", 29],
    ["90_days", 89],
  ])("is too early for %s after %i days", async (after, days) => {
    const author = await aMember();
    const told = await aTestimonial({ author, answers: { toldAt: daysAgo(days) } });
    expect(await codeOf(tellFollowUp(actorOf(author), later(told, { after })))).toBe("too_early");
  });

  it("is the author's alone", async () => {
    const told = await aTestimonial({ answers: { toldAt: daysAgo(40) } });
    expect(await codeOf(tellFollowUp(actorOf(await aMember()), later(told)))).toBe("not_yours");
  });

  it("forgets why somebody stopped who goes on", async () => {
    const author = await aMember();
    const told = await aTestimonial({ author, answers: { toldAt: daysAgo(40) } });
    await tellFollowUp(actorOf(author), later(told, { continuing: "yes", stoppedWhy: "cost" }));
    expect((await listFollowUps(told.id))[0]).toMatchObject({ continuing: "yes", stoppedWhy: null });
  });
});
