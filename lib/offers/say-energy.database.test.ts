import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { energies, mailSettings } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import {
  aComment,
  aMember,
  aMute,
  aTechnique,
  aThread,
  hoursAgo,
  type Member,
  type Technique,
} from "@/lib/testing/factories";
import { aHelper, aWaiting, holdersOf, offersOf } from "@/lib/testing/offers";
import { codeOf } from "@/lib/testing/refusals";
import { offerUnanswered } from "./offer-unanswered";
import { passOffer } from "./pass-offer";
import { getEnergy } from "./queries";
import { sayEnergy } from "./say-energy";

beforeEach(async () => void (await db.delete(energies)));

const say = (member: Member, answers: number) => sayEnergy(actorOf(member), { answers });
const shownTo = async ({ id }: Member) => (await getEnergy(id)).offers.map((offer) => offer.id);

async function energyOf({ id }: Member) {
  const [row] = await db.select().from(energies).where(eq(energies.memberId, id));
  if (!row) throw new Error("nothing was said");
  return row;
}

/** Somebody who told of a technique about which some posts wait, the longest first. */
async function aScene(posts: number): Promise<{ member: Member; technique: Technique; waiting: { id: number }[] }> {
  const [technique, member] = [await aTechnique(), await aMember()];
  await aThread({ author: member, technique, kind: "experience" });
  const waiting = [];
  for (let n = 0; n < posts; n += 1) waiting.push(await aWaiting(100 - n, { technique }));
  return { member, technique, waiting };
}

describe("saying that one has energy", () => {
  it("offers as many posts as were said, at once", async () => {
    const { member, waiting } = await aScene(4);
    await say(member, 2);
    expect(await shownTo(member)).toEqual(waiting.slice(0, 2).map(({ id }) => id));
    expect(await getEnergy(member.id)).toMatchObject({ answers: 2, tried: true, full: true });
  });

  it("holds until the end of the day where the member is", async () => {
    const member = await aMember();
    await db.update(mailSettings).set({ timeZone: "Asia/Kolkata" }).where(eq(mailSettings.memberId, member.id));
    await say(member, 1);
    const { endsAt, saidAt } = await energyOf(member);
    const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone: "Asia/Kolkata" });
    expect(clock.format(endsAt)).toBe("00:00:00");
    expect(endsAt.getTime() - saidAt.getTime()).toBeLessThanOrEqual(86_400_000);
    expect((await getEnergy(member.id)).timeZone).toBe("Asia/Kolkata");
  });

  it("can be said higher and lower, and gives back what is beyond the number", async () => {
    const { member, waiting } = await aScene(5);
    const ids = waiting.map(({ id }) => id);
    await say(member, 3);
    const { saidAt, endsAt } = await energyOf(member);
    await say(member, 1);
    expect(await shownTo(member)).toEqual(ids.slice(0, 1));
    expect(await holdersOf({ id: ids[2] ?? 0 })).toBe(0);
    await say(member, 2);
    expect(await shownTo(member)).toEqual(ids.slice(0, 2));
    expect(await energyOf(member)).toMatchObject({ saidAt, endsAt });
    await say(member, 0);
    expect(await offersOf(member)).toEqual([]);
  });

  it("keeps, with a lower number, what still needs an answer", async () => {
    const { member, waiting } = await aScene(2);
    await say(member, 2);
    await aComment({ thread: waiting[0] ?? { id: 0 } });
    await say(member, 1);
    expect(await shownTo(member)).toEqual([waiting[1]?.id]);
  });

  it("begins anew the next day, with posts that were not offered before", async () => {
    const { member, waiting } = await aScene(3);
    await say(member, 2);
    await db.execute(
      sql`UPDATE energies SET said_at = said_at - interval '1 day', ends_at = now() WHERE member_id = ${member.id}`,
    );
    await db.execute(sql`UPDATE offers SET created_at = created_at - interval '1 day' WHERE member_id = ${member.id}`);
    expect(await getEnergy(member.id)).toMatchObject({ answers: null, offers: [] });
    await say(member, 2);
    expect(await shownTo(member)).toEqual([waiting[2]?.id]);
  });

  it("is limited at a form, and taking it back is not", async () => {
    const member = await aMember();
    const actor = actorOf(member, { paced: true });
    for (let n = 0; n < 50; n += 1) await sayEnergy(actor, { answers: 1 });
    expect(await codeOf(sayEnergy(actor, { answers: 1 }))).toBe("rate_limited");
    await sayEnergy(actor, { answers: 0 });
    expect(await energyOf(member)).toMatchObject({ answers: 0 });
  });
});

describe("what was offered", () => {
  it.each<[string, (thread: { id: number }, member: Member) => Promise<unknown>]>([
    ["somebody replied", (thread) => aComment({ thread })],
    ["it is gone", ({ id }) => db.execute(sql`UPDATE threads SET withdrawn_at = now() WHERE id = ${id}`)],
    [
      "it is locked",
      ({ id }) => db.execute(sql`UPDATE threads SET locked_at = now(), locked_by = author_id WHERE id = ${id}`),
    ],
    ["they passed", ({ id }, member) => passOffer(actorOf(member), id)],
    ["they muted it", (thread, by) => aMute({ by, thread })],
    [
      "their day has ended",
      (_thread, { id }) =>
        db
          .update(energies)
          .set({ saidAt: hoursAgo(9), endsAt: hoursAgo(1) })
          .where(eq(energies.memberId, id)),
    ],
  ])("is not shown any more once %s", async (_name, change) => {
    const {
      member,
      waiting: [thread = { id: 0 }],
    } = await aScene(1);
    await say(member, 3);
    expect(await shownTo(member)).toEqual([thread.id]);
    await change(thread, member);
    expect(await shownTo(member)).toEqual([]);
  });

  it("is passed on for oneself only, and nothing comes in its place", async () => {
    const {
      member,
      technique,
      waiting: [first, second],
    } = await aScene(2);
    await say(member, 1);
    const other = await aHelper({ technique, answers: 1 });
    await offerUnanswered();
    await passOffer(actorOf(member), first?.id ?? 0);
    await passOffer(actorOf(member), first?.id ?? 0);
    await passOffer(actorOf(member), second?.id ?? 0);
    await offerUnanswered();
    expect(await shownTo(member)).toEqual([]);
    expect(await shownTo(other)).toEqual([first?.id]);
    await say(member, 2);
    expect(await shownTo(member)).toEqual([second?.id]);
  });
});

describe("at once", () => {
  it("never are more offered than were said, nor a post to more people than a step has places", async () => {
    const scene = fc.record({
      numbers: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 }),
      again: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
      hours: fc.array(fc.constantFrom(7, 13, 25), { minLength: 1, maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(scene, async ({ numbers, again, hours }) => {
        const technique = await aTechnique();
        const waiting: { each: number; thread: { id: number } }[] = [];
        for (const each of hours) waiting.push({ each, thread: await aWaiting(each, { technique }) });
        const helpers: Member[] = [];
        for (const answers of numbers) helpers.push(await aHelper({ technique, answers }));
        const holds = async (said: number[]) => {
          for (const [n, helper] of helpers.entries()) {
            expect((await offersOf(helper)).length).toBeLessThanOrEqual(said[n] ?? 0);
          }
          for (const { each, thread } of waiting) {
            expect(await holdersOf(thread)).toBeLessThanOrEqual(each > 24 ? 6 : each > 12 ? 4 : 2);
          }
        };
        await Promise.all([offerUnanswered(), offerUnanswered(), offerUnanswered()]);
        await holds(numbers);
        await Promise.all([
          ...helpers.map((helper, n) => say(helper, again[n] ?? 0)),
          offerUnanswered(),
          offerUnanswered(),
        ]);
        await holds(again);
        await db.delete(energies);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
