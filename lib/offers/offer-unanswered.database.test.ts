import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { energies, follows, members, mutes, threads } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { aRestriction } from "@/lib/testing/decisions";
import {
  aBlock,
  aComment,
  aMember,
  aMute,
  aTechnique,
  aTestimonial,
  aThread,
  aWord,
  daysAgo,
  hoursAgo,
  type Member,
  type Technique,
  type Thread,
} from "@/lib/testing/factories";
import { aHelper, aWaiting, holdersOf, offersOf } from "@/lib/testing/offers";
import { offerUnanswered } from "./offer-unanswered";
import { passOffer } from "./pass-offer";

// Everybody who said something is looked at; nobody is left over from another test.
beforeEach(async () => void (await db.delete(energies)));

type About = { helper: Member; author: Member; thread: Thread; technique: Technique };

async function aTalk(hours = 7): Promise<About> {
  const [technique, author] = [await aTechnique(), await aMember()];
  const thread = await aWaiting(hours, { technique, author });
  return { technique, author, thread, helper: await aHelper({ technique }) };
}

describe("an unanswered post", () => {
  it("is offered to whoever has energy and told of its technique, once however often it is looked for", async () => {
    const { helper, thread } = await aTalk();
    await offerUnanswered();
    await offerUnanswered();
    expect(await offersOf(helper)).toEqual([thread.id]);
  });

  type Change = (about: About) => Promise<unknown>;
  const change = ({ id }: Thread, values: Partial<typeof threads.$inferInsert>) =>
    db.update(threads).set(values).where(eq(threads.id, id));
  const changed =
    (values: Partial<typeof threads.$inferInsert>): Change =>
    ({ thread }) =>
      change(thread, values);

  it.each<[string, Change]>([
    ["who wrote it", ({ helper, thread }) => change(thread, { authorId: helper.id })],
    ["who blocked its author", ({ helper, author }) => aBlock({ by: helper, of: author })],
    ["whom its author blocked", ({ helper, author }) => aBlock({ by: author, of: helper })],
    ["who muted it", ({ helper, thread }) => aMute({ by: helper, thread })],
    ["who muted its technique", ({ helper, technique }) => aMute({ by: helper, technique })],
    [
      "who muted its author",
      ({ helper, author }) => db.insert(mutes).values({ memberId: helper.id, mutedMemberId: author.id }),
    ],
    [
      "who muted a word of its title",
      ({ helper, thread }) => aMute({ by: helper, word: thread.title.split(" ")[1] ?? "" }),
    ],
    [
      "who switched it off",
      ({ helper, thread }) => db.insert(follows).values({ followerId: helper.id, threadId: thread.id, level: "off" }),
    ],
    ["who is silenced", ({ helper: member }) => aRestriction({ member, kind: "silence" })],
    ["who is suspended", ({ helper: member }) => aRestriction({ member, kind: "suspend" })],
    ["who is banned", ({ helper: member }) => aRestriction({ member, kind: "ban" })],
    [
      "who has no account any more",
      ({ helper }) => db.update(members).set({ accountId: null }).where(eq(members.id, helper.id)),
    ],
    [
      "who answered it and took that back",
      ({ helper, thread }) => aComment({ thread, author: helper, withdrawnAt: hoursAgo(1) }),
    ],
    ["once it has a reply", ({ thread }) => aComment({ thread })],
    ["that is hidden", changed({ hiddenAt: hoursAgo(1) })],
    ["that is withdrawn", changed({ withdrawnAt: hoursAgo(1) })],
    ["that waits for a moderator", changed({ heldAt: hoursAgo(1) })],
    ["that is locked", ({ thread, author }) => change(thread, { lockedAt: hoursAgo(1), lockedBy: author.id })],
    ["that is too young", changed({ publishedAt: hoursAgo(5.9) })],
    ["that is too old", changed({ publishedAt: daysAgo(14.1) })],
    ["that is a testimonial", changed({ kind: "testimonial" })],
    ["about another technique", async ({ thread }) => change(thread, { techniqueId: (await aTechnique()).id })],
  ])("is not offered to somebody: %s", async (_name, refuse) => {
    const about = await aTalk();
    await refuse(about);
    await offerUnanswered();
    expect(await offersOf(about.helper)).toEqual([]);
  });

  it.each<[string, Change]>([
    ["its author added something", ({ thread, author }) => aComment({ thread, author })],
    ["a reply is hidden", ({ thread }) => aComment({ thread, hiddenAt: hoursAgo(1) })],
    ["a reply was taken back", ({ thread }) => aComment({ thread, withdrawnAt: hoursAgo(1) })],
    ["a reply waits", ({ thread }) => aComment({ thread, heldAt: hoursAgo(1) })],
    ["it is for members", changed({ audience: "members" })],
    ["it is an experience", changed({ kind: "experience" })],
    ["it is advice", changed({ kind: "advice" })],
    ["a penalty is over", ({ helper: member }) => aRestriction({ member, endsAt: hoursAgo(1) })],
    ["a penalty was lifted", ({ helper: member }) => aRestriction({ member, kind: "ban", liftedAt: hoursAgo(1) })],
    ["another word is muted", ({ helper }) => aMute({ by: helper, word: aWord() })],
  ])("is offered also where %s", async (_name, allow) => {
    const about = await aTalk();
    await allow(about);
    await offerUnanswered();
    expect(await offersOf(about.helper)).toEqual([about.thread.id]);
  });

  it("is not offered to whoever said nothing, said 0, or whose day has ended", async () => {
    const technique = await aTechnique();
    const thread = await aWaiting(7, { technique });
    await aThread({ technique, kind: "experience" });
    await aHelper({ technique, answers: 0 });
    await aHelper({ technique, saidAt: hoursAgo(20), endsAt: hoursAgo(1) });
    await offerUnanswered();
    expect(await holdersOf(thread)).toBe(0);
  });

  it("is offered to whoever told of the technique in a testimonial under their name, and to nobody who did not", async () => {
    const { technique, thread } = await aTalk();
    const [told, hidden, asked] = [
      await aHelper({ technique: await aTechnique() }),
      await aHelper({ technique: await aTechnique() }),
      await aHelper({ technique: await aTechnique() }),
    ];
    await aTestimonial({ author: told, technique });
    await aTestimonial({ author: hidden, technique, hiddenAt: hoursAgo(1) });
    await aThread({ author: asked, technique, kind: "question" });
    await offerUnanswered();
    expect(await offersOf(told)).toEqual([thread.id]);
    expect(await offersOf(hidden)).toEqual([]);
    expect(await offersOf(asked)).toEqual([]);
  });
});

describe("the steps", () => {
  it.each([
    [5.9, 0],
    [6.1, 2],
    [11.9, 2],
    [12.1, 4],
    [23.9, 4],
    [24.1, 6],
    [300, 6],
  ])("after %s hours %s people hold it", async (hours, people) => {
    const { technique, thread } = await aTalk(hours);
    for (let n = 0; n < 7; n += 1) await aHelper({ technique });
    await offerUnanswered();
    await offerUnanswered();
    expect(await holdersOf(thread)).toBe(people);
  });

  it("leave a place free where somebody passed, or where their day has ended", async () => {
    const { technique, thread, helper } = await aTalk();
    await aHelper({ technique });
    await offerUnanswered();
    const third = await aHelper({ technique, saidAt: new Date() });
    await offerUnanswered();
    expect(await offersOf(third)).toEqual([]);
    await passOffer(actorOf(helper), thread.id);
    await offerUnanswered();
    expect(await offersOf(third)).toEqual([thread.id]);
    expect(await offersOf(helper)).toEqual([thread.id]);
  });

  it("ask for questions first, and for what waited longest", async () => {
    const technique = await aTechnique();
    const experience = await aWaiting(50, { technique, kind: "experience" });
    const newer = await aWaiting(8, { technique });
    const older = await aWaiting(9, { technique });
    const [one, all] = [await aHelper({ technique, answers: 1 }), await aHelper({ technique })];
    await offerUnanswered();
    expect(await offersOf(one)).toEqual([older.id]);
    expect((await offersOf(all)).sort()).toEqual([experience.id, newer.id, older.id].sort());
  });
});
