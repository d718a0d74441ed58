import fc from "fast-check";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { db } from "@/db/client";
import { mute } from "@/lib/blocks/mute";
import { unfollow } from "@/lib/follows/unfollow";
import { notificationKinds, type NotificationKind } from "@/lib/notifications/schema";
import { actorOf } from "@/lib/testing/actors";
import { aBlock, aTechnique, aThread, hoursAgo } from "@/lib/testing/factories";
import { byHand, type World } from "@/lib/testing/digest-by-hand";
import { aReachable, startMailings, type Mailings } from "@/lib/testing/mailings";

let ours: Mailings;

beforeAll(async () => {
  ours = await startMailings();
}, 60_000);
afterAll(() => ours.server.stop());
beforeEach(() => ours.reset());

const acts = [
  "start",
  "say",
  "answer",
  "read",
  "hide",
  "show",
  "hide_comment",
  "follow",
  "off",
  "mute",
  "block",
  "choose",
  "digest",
] as const;
type Step = { act: (typeof acts)[number]; a: number; b: number };
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(...acts, "start", "say", "say", "digest"),
  a: fc.nat(99),
  b: fc.nat(99),
});

const refused = () => {};
const pick = <T>(from: T[], n: number): T | undefined => from[n % Math.max(1, from.length)];
const kinds = ["question", "experience", "question", "article"] as const;

async function aWorld(): Promise<World> {
  await db.execute(sql`UPDATE threads SET hidden_at = now()`);
  const others = [await aReachable(), await aReachable(), await aReachable()];
  const techniques = [await aTechnique(), await aTechnique()];
  return { reader: await aReachable(), others, techniques, threads: [] };
}

/** One step of a life, where it is not refused; `digest` is the caller's. */
async function live(world: World, { act, a, b }: Step): Promise<void> {
  const { reader, others, techniques, threads } = world;
  const [thread, technique, other] = [pick(threads, a), pick(techniques, a), pick(others, b)];
  const by = actorOf(reader);
  if (act === "start") {
    const kind = pick([...kinds], b) ?? "question";
    const at = hoursAgo(((a * 37) % 400) + 1);
    const author = a % 7 === 0 ? reader : other;
    const made = { technique, author, kind, audience: a % 2 ? ("public" as const) : ("members" as const) };
    threads.push(await aThread({ ...made, createdAt: at, publishedAt: at, lastActivityAt: at }));
  }
  if (act === "follow" && technique && other) {
    const subject =
      a % 3 ? { kind: "technique" as const, id: technique.id } : { kind: "member" as const, id: other.id };
    const level = b % 2 ? "watch" : "follow";
    await ours.follow(by, thread && a % 5 === 0 ? { kind: "thread", id: thread.id } : subject, level).catch(refused);
  }
  if (act === "block" && other && a % 4 === 0) await aBlock({ by: reader, of: other }).catch(refused);
  if (act === "choose") {
    const each = (n: number) => ({ onSite: true, mail: (["at_once", "digest", "never"] as const)[n % 3] ?? "digest" });
    const choices = Object.fromEntries(notificationKinds.map((kind, n) => [kind, each(a + n * b)]));
    await ours.chooseHearing(by, choices as Record<NotificationKind, ReturnType<typeof each>>);
  }
  if (!thread || !other) return;
  if (act === "say") await ours.say(other, thread, b % 3 ? "Well said." : `Look, @${reader.handle}.`).catch(refused);
  if (act === "answer") await ours.say(reader, thread, "I think so.").catch(refused);
  if (act === "read") await ours.noteReading({ memberId: reader.id, threadId: thread.id });
  if (act === "hide") await db.execute(sql`UPDATE threads SET hidden_at = now() WHERE id = ${thread.id}`);
  if (act === "show") await db.execute(sql`UPDATE threads SET hidden_at = NULL WHERE id = ${thread.id}`);
  if (act === "hide_comment")
    await db.execute(sql`UPDATE comments SET hidden_at = now() WHERE thread_id = ${thread.id} AND position = 1`);
  if (act === "off") await unfollow(by, { kind: "thread", id: thread.id });
  if (act === "mute")
    await mute(by, b % 3 ? { kind: "thread", id: thread.id } : { kind: "technique", id: technique?.id ?? 0 }).catch(
      refused,
    );
}

const headings: Record<string, string> = {
  told: "For you",
  fresh: "New in what you follow",
  asked: "Somebody waits for a first answer",
  article: "An article",
};

/** The threads of a mail, by the heading under which they stand. */
function asSent(text: string, { threads }: World): Record<string, number[]> {
  const found: Record<string, number[]> = { told: [], fresh: [], asked: [], article: [] };
  let section = "";
  for (const line of text.split("\n")) {
    section = Object.keys(headings).find((name) => headings[name] === line) ?? section;
    const [address = ""] = line.split("#");
    const thread = threads.find(
      ({ id, slug, kind }) =>
        line.startsWith("http") &&
        (kind === "article" ? address.endsWith(`/articles/${slug}`) : address.includes(`/${id}/`)),
    );
    if (thread) found[section]?.push(thread.id);
  }
  return found;
}

it("is what a digest should be, over random histories, and tells of nothing twice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
      const world = await aWorld();
      const before = new Set<string>();
      for (const each of [...steps, { act: "digest" as const, a: 0, b: 0 }]) {
        if (each.act !== "digest") {
          await live(world, each);
          continue;
        }
        await ours.work();
        const expected = await byHand(world);
        ours.server.received.length = 0;
        await ours.digestOf(world.reader);
        const mails = ours.server.received.filter(({ subject }) => subject?.startsWith("New for you: "));
        const empty = Object.values(expected).flat().length === 0;
        expect(mails).toHaveLength(empty ? 0 : 1);
        if (empty) continue;
        const sent = asSent(String(mails[0]?.text), world);
        expect(sent).toEqual(expected);
        for (const item of [...(sent.fresh ?? []), ...(sent.asked ?? []), ...(sent.article ?? [])]) {
          expect(before.has(`${item}`)).toBe(false);
          before.add(`${item}`);
        }
      }
    }),
    // To make a failure smaller takes longer than a test may.
    { numRuns: Number(process.env.RUNS ?? 6), endOnFailure: true },
  );
}, 240_000);
