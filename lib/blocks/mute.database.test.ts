import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { follows, mutes } from "@/db/schema";
import { follow } from "@/lib/follows/follow";
import { listFollowed } from "@/lib/follows/queries";
import { unfollow } from "@/lib/follows/unfollow";
import { actorOf } from "@/lib/testing/actors";
import { aMember, aMute, aTechnique, aThread, daysAgo, type Member } from "@/lib/testing/factories";
import { codeOf, outcomesOf, refusalOf } from "@/lib/testing/refusals";
import { usesOf } from "@/lib/testing/rows";
import { mostMutedThings, mostMutedWords } from "./limits";
import { mute } from "./mute";
import type { Mutable } from "./schema";
import { unmute } from "./unmute";

const mutesOf = ({ id }: Member) => db.select().from(mutes).where(eq(mutes.memberId, id));

async function things(): Promise<Mutable[]> {
  return [
    { kind: "technique", id: (await aTechnique()).id },
    { kind: "thread", id: (await aThread({ audience: "members" })).id },
    { kind: "word", word: "botox" },
    { kind: "member", id: (await aMember()).id },
  ];
}

describe("mute and unmute", () => {
  it("mute each kind of thing, once however often it is asked, and take it back", async () => {
    const member = await aMember();
    const actor = actorOf(member);
    const all = await things();
    for (const thing of all) {
      await Promise.all(Array.from({ length: 4 }, () => mute(actor, thing)));
      await mute(actor, thing);
    }
    expect(await mutesOf(member)).toHaveLength(4);
    for (const [index, thing] of all.entries()) {
      await unmute(actor, thing);
      expect(await mutesOf(member)).toHaveLength(3 - index);
      await unmute(actor, thing);
    }
  });

  it("keep a word as it is compared, so that it is muted once in whatever way it is written", async () => {
    const member = await aMember();
    for (const word of ["Weight-Loss*", "weight  loss *", "WÉIGHT loss*"])
      await mute(actorOf(member), { kind: "word", word });
    expect(await mutesOf(member)).toMatchObject([{ word: "weight loss*" }]);
    await unmute(actorOf(member), { kind: "word", word: "Weight Loss*" });
    expect(await mutesOf(member)).toEqual([]);
  });

  it.each(["a", "a*", "*", "…!", "é", "ﷺﷺﷺﷺ"])("refuse %s as a word", async (word) => {
    const refusal = await refusalOf(mute(actorOf(await aMember()), { kind: "word", word }));
    expect(refusal).toMatchObject({ code: "word_unusable", field: "word" });
  });

  it("work only for oneself", async () => {
    const [ana, ben] = [await aMember(), await aMember()];
    for (const thing of await things()) {
      await mute(actorOf(ana), thing);
      await unmute(actorOf(ben), thing);
    }
    expect(await mutesOf(ana)).toHaveLength(4);
    expect(await mutesOf(ben)).toEqual([]);
  });

  it("refuse what is not there", async () => {
    const actor = actorOf(await aMember());
    for (const kind of ["technique", "thread", "member"] as const) {
      expect(await codeOf(mute(actor, { kind, id: 987_654_321 }))).toBe("not_found");
    }
  });

  it("refuse oneself, and a name that was made for a story", async () => {
    const member = await aMember();
    const persona = await aMember({ kind: "persona", handle: `someone_${member.id}`, accountId: null });
    expect(await codeOf(mute(actorOf(member), { kind: "member", id: member.id }))).toBe("mute_self");
    expect(await codeOf(mute(actorOf(member), { kind: "member", id: persona.id }))).toBe("not_found");
  });

  it("are one of four levels: what is muted is not followed, and whoever follows it again does not mute it", async () => {
    const member = await aMember();
    const actor = actorOf(member);
    for (const thing of (await things()).filter((each) => each.kind !== "word")) {
      await follow(actor, thing, "watch");
      await mute(actor, thing);
      expect(await listFollowed(member.id)).toMatchObject([{ kind: thing.kind, id: thing.id, level: "mute" }]);
      await follow(actor, thing);
      expect(await listFollowed(member.id)).toMatchObject([{ kind: thing.kind, id: thing.id, level: "follow" }]);
      await mute(actor, thing);
      await unfollow(actor, thing);
      expect(await mutesOf(member)).toEqual([]);
      expect((await listFollowed(member.id)).filter(({ level }) => level !== "off")).toEqual([]);
      await db.delete(follows).where(eq(follows.followerId, member.id));
    }
  });

  it.each([
    ["hidden", { hiddenAt: daysAgo(1) }],
    ["removed", { removedAt: daysAgo(1) }],
    ["withdrawn", { withdrawnAt: daysAgo(1) }],
  ])("refuse to mute a thread that is %s, and always let go of it", async (_name, state) => {
    const member = await aMember();
    const thread = await aThread(state);
    expect(await codeOf(mute(actorOf(member), { kind: "thread", id: thread.id }))).toBe("not_found");
    await aMute({ by: member, thread });
    await unmute(actorOf(member), { kind: "thread", id: thread.id });
    expect(await mutesOf(member)).toEqual([]);
  });

  it(`stop at ${mostMutedWords} words, also when several are muted at once`, async () => {
    const member = await aMember();
    for (let n = 1; n < mostMutedWords; n += 1) await aMute({ by: member, word: `word${n}` });
    const words = ["one", "two", "three"].map((word) => mute(actorOf(member), { kind: "word", word }));
    expect(await outcomesOf(words)).toEqual(["done", "words_full", "words_full"]);
    await mute(actorOf(member), { kind: "word", word: "word1" });
    await mute(actorOf(member), { kind: "technique", id: (await aTechnique()).id });
    expect(await mutesOf(member)).toHaveLength(mostMutedWords + 1);
  });

  it(`stop at ${mostMutedThings} techniques, threads and people together`, async () => {
    const [member, author] = [await aMember(), await aMember()];
    const technique = await aTechnique();
    await aMute({ by: member, technique });
    for (let n = 1; n < mostMutedThings; n += 1)
      await aMute({ by: member, thread: await aThread({ author, technique }) });
    for (const thing of (await things()).filter(({ kind }) => kind !== "word")) {
      const refusal = await refusalOf(mute(actorOf(member), thing));
      expect(refusal).toMatchObject({ code: "things_full", facts: { most: mostMutedThings } });
    }
    await mute(actorOf(member), { kind: "word", word: "botox" });
    await unmute(actorOf(member), { kind: "technique", id: technique.id });
    await mute(actorOf(member), { kind: "technique", id: technique.id });
  });

  it("count a turn for what is new at a form, and none for the same again", async () => {
    const member = await aMember();
    for (let time = 0; time < 3; time += 1) {
      await mute(actorOf(member, { paced: true }), { kind: "word", word: "botox" });
    }
    expect(await usesOf(`quiet:${member.id}:day`)).toBe(1);
  });
});
