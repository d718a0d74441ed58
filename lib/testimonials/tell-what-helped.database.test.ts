import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { members, threads } from "@/db/schema";
import { getProfile } from "@/lib/members/queries";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aMember, aTechnique, daysAgo } from "@/lib/testing/factories";
import { countsOf, ownAnswers, ownLedger } from "@/lib/testing/own-answers";
import { codeOf, outcomesOf, refusalOf } from "@/lib/testing/refusals";
import { eventsOf, threadRow, usesOf } from "@/lib/testing/rows";
import { aTold } from "@/lib/testing/told";
import { withdrawThread } from "@/lib/threads/withdraw-thread";
import { consents } from "./labels";
import { getTestimonial } from "./queries";
import { purposes } from "./schema";
import { sealOf } from "./seal";
import { tellWhatHelped } from "./tell-what-helped";

const threadsOf = (authorId: number) => db.select().from(threads).where(eq(threads.authorId, authorId));

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
    const answers = await ownAnswers(member, thread.id);
    expect(answers).toMatchObject({
      seal: sealOf(member.id, id),
      techniqueId: id,
      effect: "no_change",
      withdrawnAt: null,
    });
    expect(answers).toMatchObject({ areas: ["neck", "shoulders"], unwanted: ["none"], weeks: null });
    expect(await eventsOf(thread.id)).toEqual([{ kind: "testimonial_told", actorId: member.id, detail: {} }]);
  });

  it("keeps each consent apart, with its words, in the ledger", async () => {
    const technique = await aTechnique();
    for (const [shown, counted, quoted] of [
      ["yes", "yes", "yes"],
      ["yes", "", ""],
      ["", "yes", ""],
    ] as const) {
      const member = await aMember();
      const told = aTold({ technique: technique.slug, shown, counted, quoted });
      const thread = await tellWhatHelped(actorOf(member), told);
      const answers = await ownAnswers(member, thread.id);
      expect([answers?.shownAt, answers?.countedAt, answers?.quotedAt].map(Boolean)).toEqual(
        [shown, counted, quoted].map(Boolean),
      );
      const written = (await ownLedger(member, thread.id)).map(({ purpose, act, wording }) => [purpose, act, wording]);
      expect(written).toEqual(
        purposes.filter((purpose) => told[purpose]).map((purpose) => [purpose, "given", consents[purpose].wording]),
      );
    }
  });

  it("shows nobody what may only count, not even in its title", async () => {
    const [member, { id, slug }] = [await aMember(), await aTechnique()];
    const thread = await tellWhatHelped(
      actorOf(member),
      aTold({ technique: slug, shown: "", counted: "yes", title: "A secret line", story: "A secret story" }),
    );
    const row = await threadRow(thread.id);
    expect(row.visible).toBe(false);
    expect(JSON.stringify(row)).not.toMatch(/secret|no change/i);
    expect(await getTestimonial(thread.id)).toBeNull();
    expect((await countsOf(id)).effect).toEqual({ "": 1, no_change: 1 });
  });

  it("gives a persona nothing that leads to its author", async () => {
    const [member, technique] = [await aMember(), await aTechnique()];
    const thread = await tellWhatHelped(actorOf(member), aTold({ technique: technique.slug, naming: "once" }));
    const { authorId } = await threadRow(thread.id);
    expect(authorId).not.toBe(member.id);
    const [persona] = await db.select().from(members).where(eq(members.id, authorId));
    expect(persona).toMatchObject({ kind: "persona", accountId: null, bio: "" });
    expect(persona?.handle).toMatch(/^someone_[a-z0-9]{6}$/);
    expect(await getProfile(persona?.handle ?? "")).toBeNull();
    expect((await eventsOf(thread.id)).map(({ actorId }) => actorId)).toEqual([authorId]);
    expect(await ownAnswers(member, thread.id)).toBeDefined();
    expect(await codeOf(tellWhatHelped(actorOf(member), aTold({ technique: technique.slug })))).toBe(
      "one_per_technique",
    );
  });

  it.each([
    ["an account", sql`account_id = (SELECT min(id) FROM identity.accounts)`],
    ["a profile", sql`bio = 'That is me'`],
    ["a role", sql`role = 'provider'`],
    ["a credential", sql`credential = 'Physiotherapist'`],
    ["a name of one's own", sql`handle = 'anna'`],
  ])("the database refuses a persona with %s", async (_what, change) => {
    await aMember();
    const thread = await tellWhatHelped(
      actorOf(await aMember()),
      aTold({ technique: (await aTechnique()).slug, naming: "once" }),
    );
    const { authorId } = await threadRow(thread.id);
    await expect(db.execute(sql`UPDATE members SET ${change} WHERE id = ${authorId}`)).rejects.toThrow();
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

  it("labels who gives massages for a living, and never counts them", async () => {
    const { id, slug } = await aTechnique();
    for (const [role, interest] of [
      ["provider", ""],
      ["member", "yes"],
      ["member", ""],
    ] as const) {
      const member = await aMember({ role });
      const thread = await tellWhatHelped(actorOf(member), aTold({ technique: slug, counted: "yes", interest }));
      expect((await getTestimonial(thread.id))?.interest).toBe(role === "provider" || interest === "yes");
    }
    expect((await countsOf(id)).effect?.[""]).toBe(1);
  });

  it("labels and no longer counts whoever becomes a provider later", async () => {
    const [member, { id, slug }] = [await aMember(), await aTechnique()];
    const thread = await tellWhatHelped(actorOf(member), aTold({ technique: slug, counted: "yes" }));
    expect((await countsOf(id)).effect?.[""]).toBe(1);
    await db.update(members).set({ role: "provider" }).where(eq(members.id, member.id));
    expect((await getTestimonial(thread.id))?.interest).toBe(true);
    expect(await countsOf(id)).toEqual({});
  });

  it("refuses a technique that is not there", async () => {
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
