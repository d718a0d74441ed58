import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { testimonials, threads } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aMember, aTechnique, daysAgo } from "@/lib/testing/factories";
import { codeOf, outcomesOf, refusalOf } from "@/lib/testing/refusals";
import { eventsOf, threadRow, usesOf } from "@/lib/testing/rows";
import { aTold } from "@/lib/testing/told";
import { withdrawThread } from "@/lib/threads/withdraw-thread";
import { tellWhatHelped } from "./tell-what-helped";

const threadsOf = (authorId: number) => db.select().from(threads).where(eq(threads.authorId, authorId));
const answersOf = async (threadId: number) =>
  (await db.select().from(testimonials).where(eq(testimonials.threadId, threadId)))[0];

describe("tellWhatHelped", () => {
  it("keeps the answers and starts their thread", async () => {
    const [member, { id, slug, name }] = [await aMember(), await aTechnique()];
    let thread = { id: 0, kind: "", slug: "" };
    const tags = await purgedBy(async () => {
      thread = await tellWhatHelped(actorOf(member), aTold({ technique: slug }));
    });
    expect(tags).toEqual(
      [
        `thread:${thread.id}`,
        "list:home",
        `list:member:${member.id}`,
        `list:technique:${id}`,
        "list:testimonials",
      ].sort(),
    );
    const row = await threadRow(thread.id);
    expect(row).toMatchObject({ kind: "testimonial", techniqueId: id, excerpt: "It was calm, and the pain stayed." });
    expect(row.title).toContain(name);
    const answers = await answersOf(thread.id);
    expect(answers).toMatchObject({ memberId: member.id, techniqueId: id, effect: "no_change", withdrawnAt: null });
    expect(answers).toMatchObject({ areas: ["neck", "shoulders"], unwanted: ["none"], weeks: null });
    expect(await eventsOf(thread.id)).toEqual([{ kind: "testimonial_told", actorId: member.id, detail: {} }]);
  });

  it("keeps each consent apart", async () => {
    const technique = await aTechnique();
    for (const counted of ["yes", ""]) {
      const thread = await tellWhatHelped(actorOf(await aMember()), aTold({ technique: technique.slug, counted }));
      const answers = await answersOf(thread.id);
      expect(answers?.shownConsentAt).toBeInstanceOf(Date);
      expect(answers?.countedConsentAt !== null).toBe(counted === "yes");
    }
  });

  it("refuses a second one for the technique, beside its field, and leaves no thread behind", async () => {
    const [member, technique] = [await aMember(), await aTechnique()];
    const tell = (effect: string) => tellWhatHelped(actorOf(member), aTold({ technique: technique.slug, effect }));
    await tell("no_change");
    expect(await refusalOf(tell("made_it_worse"))).toMatchObject({ code: "one_per_technique", field: "technique" });
    expect(await threadsOf(member.id)).toHaveLength(1);
  });

  it("lets one of two at once through", async () => {
    const [member, technique] = [await aMember(), await aTechnique()];
    const both = ["no_change", "made_it_worse"].map((effect) =>
      tellWhatHelped(actorOf(member), aTold({ technique: technique.slug, effect })),
    );
    expect(await outcomesOf(both)).toEqual(["done", "one_per_technique"]);
    expect(await threadsOf(member.id)).toHaveLength(1);
  });

  it("allows one about each technique, and one from each member", async () => {
    const member = await aMember();
    const [one, other] = [await aTechnique(), await aTechnique()];
    await tellWhatHelped(actorOf(member), aTold({ technique: one.slug }));
    await tellWhatHelped(actorOf(member), aTold({ technique: other.slug }));
    await tellWhatHelped(actorOf(await aMember()), aTold({ technique: one.slug }));
  });

  it("makes room for a new one when the old one is withdrawn", async () => {
    const [member, technique] = [await aMember(), await aTechnique()];
    const tell = () => tellWhatHelped(actorOf(member), aTold({ technique: technique.slug }));
    await withdrawThread(actorOf(member), (await tell()).id);
    await tell();
    expect(await codeOf(tell())).toBe("one_per_technique");
  });

  it.each([
    ["one after the other", async (send: () => Promise<{ id: number }>) => [await send(), await send()]],
    ["at once", async (send: () => Promise<{ id: number }>) => Promise.all([send(), send()])],
  ])("keeps one for one form sent twice, %s", async (_how, twice) => {
    const [member, technique] = [await aMember(), await aTechnique()];
    const told = aTold({ technique: technique.slug, key: "the-form" });
    const [first, second] = await twice(() => tellWhatHelped(actorOf(member, { paced: true }), told));
    expect(second?.id).toBe(first?.id);
    expect(await threadsOf(member.id)).toHaveLength(1);
  });

  it("refuses who gives massages for a living, and a technique that is not there", async () => {
    const provider = actorOf(await aMember({ role: "provider" }));
    const { slug } = await aTechnique();
    expect(await codeOf(tellWhatHelped(provider, aTold({ technique: slug })))).toBe("provider_testimonial");
    const member = await aMember();
    const unknown = aTold({ technique: "no-such-technique" });
    expect(await codeOf(tellWhatHelped(actorOf(member, { paced: true }), unknown))).toBe("technique_unknown");
    expect(await usesOf(`thread:${member.id}:day`)).toBe(0);
  });

  it("shares its pace with posts, slower for a newcomer", async () => {
    const newcomer = await aMember({ joinedAt: daysAgo(1) });
    const [one, other] = [await aTechnique(), await aTechnique()];
    const actor = actorOf(newcomer, { paced: true });
    await tellWhatHelped(actor, aTold({ technique: one.slug }));
    const refusal = await refusalOf(tellWhatHelped(actor, aTold({ technique: other.slug })));
    expect(refusal.code).toBe("rate_limited");
    expect(refusal.facts.waitSeconds).toBeGreaterThan(100);
  });
});
