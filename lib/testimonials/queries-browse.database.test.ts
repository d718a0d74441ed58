import { describe, expect, it } from "vitest";
import { react } from "@/lib/reactions/react";
import { actorOf } from "@/lib/testing/actors";
import { aMember, aTechnique, aTestimonial, daysAgo } from "@/lib/testing/factories";
import { threadRow } from "@/lib/testing/rows";
import { listTestimonials } from "./queries-browse";
import type { Filter, Sort } from "./schema";

type Asked = { filter?: Filter; sort?: Sort; audience?: "public" | "members" };

const idsOf = async (techniqueId: number, { filter = null, sort = "newest", audience = "public" }: Asked = {}) =>
  (await listTestimonials(audience, { techniqueId, filter }, sort, { page: 1 })).rows.map(({ id }) => id);

describe("listTestimonials", () => {
  it("shows the newest first, or the most thanked, whatever they say", async () => {
    const technique = await aTechnique();
    const old = await aTestimonial({ technique, publishedAt: daysAgo(9), answers: { effect: "made_it_worse" } });
    const late = await aTestimonial({ technique, publishedAt: daysAgo(1), answers: { effect: "helped_a_lot" } });
    expect(await idsOf(technique.id)).toEqual([late.id, old.id]);
    const [one, other] = [actorOf(await aMember()), actorOf(await aMember())];
    const thank = (actor: typeof one, threadId: number) => react(actor, { threadId, position: 0, kind: "thanks" });
    await thank(one, old.id);
    await thank(other, old.id);
    await thank(one, late.id);
    expect(await idsOf(technique.id, { sort: "thanked" })).toEqual([old.id, late.id]);
    await thank(other, old.id);
    await react(one, { threadId: old.id, position: 0, kind: "hug" });
    expect(await threadRow(old.id)).toMatchObject({ thanksCount: 0 });
    expect(await idsOf(technique.id, { sort: "thanked" })).toEqual([late.id, old.id]);
  });

  it.each<[string, Filter, Filter]>([
    ["when", { name: "setting", value: "during_attack" }, { name: "setting", value: "prevention" }],
    ["who gave it", { name: "givenBy", value: "self" }, { name: "givenBy", value: "device" }],
    ["where", { name: "region", value: "neck_only" }, { name: "region", value: "head_only" }],
    ["kind", { name: "migraineType", value: "vestibular" }, { name: "migraineType", value: "chronic" }],
    ["touch", { name: "touchPainful", value: "yes" }, { name: "touchPainful", value: "no" }],
  ])("filters by %s", async (_name, right, wrong) => {
    const technique = await aTechnique();
    const answers = { migraineType: "vestibular", touchPainful: "yes" } as const;
    const told = await aTestimonial({ technique, answers });
    expect(await idsOf(technique.id, { filter: right })).toEqual([told.id]);
    expect(await idsOf(technique.id, { filter: wrong })).toEqual([]);
  });

  it("does not find by an answer that its author keeps off the page", async () => {
    const technique = await aTechnique();
    await aTestimonial({ technique, answers: { migraineType: "chronic", hiddenAnswers: ["migraine_type"] } });
    expect(await idsOf(technique.id, { filter: { name: "migraineType", value: "chronic" } })).toEqual([]);
    expect(await idsOf(technique.id)).toHaveLength(1);
  });

  it("shows what may only count to nobody, and members' only to members", async () => {
    const technique = await aTechnique();
    await aTestimonial({ technique, agreed: ["counted"] });
    const told = await aTestimonial({ technique, audience: "members" });
    const filter = { name: "setting", value: "during_attack" } as const;
    expect(await idsOf(technique.id, { filter })).toEqual([]);
    expect(await idsOf(technique.id, { filter, audience: "members" })).toEqual([told.id]);
  });

  it("labels an interest", async () => {
    const technique = await aTechnique();
    await aTestimonial({ technique, answers: { interest: true } });
    const { rows } = await listTestimonials("public", { techniqueId: technique.id, filter: null }, "newest", {
      page: 1,
    });
    expect(rows.map(({ interest }) => interest)).toEqual([true]);
  });
});
