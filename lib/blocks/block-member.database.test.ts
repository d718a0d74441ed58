import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { blocks, follows } from "@/db/schema";
import { follow } from "@/lib/follows/follow";
import { isBlocked } from "@/lib/members/queries";
import { actorOf } from "@/lib/testing/actors";
import { aBlock, aMember, type Member } from "@/lib/testing/factories";
import { codeOf, outcomesOf, refusalOf } from "@/lib/testing/refusals";
import { usesOf } from "@/lib/testing/rows";
import { blockMember } from "./block-member";
import { mostBlocks } from "./limits";
import { unblockMember } from "./unblock-member";

const blocksOf = ({ id }: Member) => db.select().from(blocks).where(eq(blocks.blockerId, id));
const followsOf = ({ id }: Member) => db.select().from(follows).where(eq(follows.followerId, id));
const two = () => Promise.all([aMember(), aMember()]);
const followEachOther = (one: Member, other: Member) =>
  db.insert(follows).values([
    { followerId: one.id, memberId: other.id },
    { followerId: other.id, memberId: one.id },
  ]);

describe("blockMember", () => {
  it("blocks once, however often and however many at once ask, and only in one direction", async () => {
    const [ana, ben] = await two();
    await Promise.all(Array.from({ length: 8 }, () => blockMember(actorOf(ana), ben.id)));
    await blockMember(actorOf(ana), ben.id);
    expect(await blocksOf(ana)).toMatchObject([{ blockedId: ben.id }]);
    expect(await blocksOf(ben)).toEqual([]);
    expect([await isBlocked(db, ana.id, ben.id), await isBlocked(db, ben.id, ana.id)]).toEqual([true, false]);
  });

  it("ends that they follow each other, and nothing else that they follow", async () => {
    const [ana, ben, carl] = [...(await two()), await aMember()];
    await followEachOther(ana, ben);
    await followEachOther(ana, carl);
    await blockMember(actorOf(ana), ben.id);
    expect(await followsOf(ana)).toMatchObject([{ memberId: carl.id }]);
    expect(await followsOf(ben)).toEqual([]);
    expect(await followsOf(carl)).toHaveLength(1);
  });

  it("works on both at once", async () => {
    const [ana, ben] = await two();
    await followEachOther(ana, ben);
    await Promise.all([blockMember(actorOf(ana), ben.id), blockMember(actorOf(ben), ana.id)]);
    expect([await isBlocked(db, ana.id, ben.id), await isBlocked(db, ben.id, ana.id)]).toEqual([true, true]);
    expect([await followsOf(ana), await followsOf(ben)]).toEqual([[], []]);
  });

  it("leaves nobody following who follows in the same moment", async () => {
    for (let round = 0; round < 10; round += 1) {
      const [ana, ben] = await two();
      await outcomesOf([
        follow(actorOf(ben), { kind: "member", id: ana.id }),
        blockMember(actorOf(ana), ben.id),
        follow(actorOf(ana), { kind: "member", id: ben.id }),
      ]);
      expect([await followsOf(ana), await followsOf(ben)]).toEqual([[], []]);
    }
  });

  it.each(["moderator", "admin", "editor", "provider"] as const)("blocks a %s like anybody", async (role) => {
    const [ana, other] = [await aMember(), await aMember({ role })];
    await blockMember(actorOf(ana), other.id);
    expect(await isBlocked(db, ana.id, other.id)).toBe(true);
  });

  it("refuses oneself, who never was, and a name made for one story", async () => {
    const ana = await aMember();
    const persona = await aMember({ kind: "persona", handle: `someone_${ana.id}`, accountId: null });
    expect(await codeOf(blockMember(actorOf(ana), ana.id))).toBe("block_self");
    expect(await codeOf(blockMember(actorOf(ana), 987_654_321))).toBe("not_found");
    expect(await codeOf(blockMember(actorOf(ana), persona.id))).toBe("not_found");
    expect(await blocksOf(ana)).toEqual([]);
  });

  it(`stops at ${mostBlocks} people, also when several are blocked at once`, async () => {
    const [ana, ...others] = await Promise.all(Array.from({ length: 4 }, () => aMember()));
    const crowd = await Promise.all(Array.from({ length: mostBlocks - 1 }, () => aMember()));
    if (!ana) throw new Error("nobody is here");
    for (const of of crowd) await aBlock({ by: ana, of });
    expect(await outcomesOf(others.map(({ id }) => blockMember(actorOf(ana), id)))).toEqual([
      "blocks_full",
      "blocks_full",
      "done",
    ]);
    expect((await refusalOf(blockMember(actorOf(ana), (await aMember()).id))).facts).toEqual({ most: mostBlocks });
    await blockMember(actorOf(ana), crowd[0]?.id ?? 0);
    await unblockMember(actorOf(ana), crowd[0]?.id ?? 0);
    await blockMember(actorOf(ana), (await aMember()).id);
    expect(await blocksOf(ana)).toHaveLength(mostBlocks);
  }, 60_000);

  it("counts a turn for a new block at a form, and none for the same again", async () => {
    const [ana, ben] = await two();
    for (let time = 0; time < 3; time += 1) await blockMember(actorOf(ana, { paced: true }), ben.id);
    expect(await usesOf(`quiet:${ana.id}:day`)).toBe(1);
  });
});

describe("unblockMember", () => {
  it("takes back one's own block only, twice like once, and lets them follow again", async () => {
    const [ana, ben] = await two();
    await blockMember(actorOf(ana), ben.id);
    await unblockMember(actorOf(ben), ana.id);
    expect(await blocksOf(ana)).toHaveLength(1);
    for (const time of [1, 2]) {
      await unblockMember(actorOf(ana), ben.id);
      expect(await blocksOf(ana), String(time)).toEqual([]);
    }
    await follow(actorOf(ben), { kind: "member", id: ana.id });
    expect(await followsOf(ben)).toHaveLength(1);
  });
});

describe("follow", () => {
  it("refuses both ways while one of them blocks the other", async () => {
    const [ana, ben] = await two();
    await aBlock({ by: ana, of: ben });
    expect(await codeOf(follow(actorOf(ben), { kind: "member", id: ana.id }))).toBe("blocked");
    expect(await codeOf(follow(actorOf(ana), { kind: "member", id: ben.id }))).toBe("blocked");
  });
});
