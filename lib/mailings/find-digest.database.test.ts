import fc from "fast-check";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { db } from "@/db/client";
import { mute } from "@/lib/blocks/mute";
import { unfollow } from "@/lib/follows/unfollow";
import { notificationKinds, usualMail, type NotificationKind } from "@/lib/notifications/schema";
import { actorOf } from "@/lib/testing/actors";
import {
  aBlock,
  aTechnique,
  aThread,
  hoursAgo,
  type Member,
  type Technique,
  type Thread,
} from "@/lib/testing/factories";
import { aReachable, startMailings, type Mailings } from "@/lib/testing/mailings";
import { mostNewThreads, mostTold, newsDays, unansweredHours } from "./limits";

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

type World = { reader: Member; others: Member[]; techniques: Technique[]; threads: Thread[] };

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

type Row = Record<string, string | number | boolean | null>;
const all = async (table: string) => [...(await db.execute<Row>(sql.raw(`SELECT * FROM ${table}`)))];
const age = (at: unknown) => (Date.now() - new Date(String(at)).getTime()) / 3_600_000;
const is = (id: unknown, other: unknown) => id !== null && Number(id) === Number(other);

/** What a digest is, as one would tell it to somebody, over everything that there is. */
async function byHand({ reader, threads: ownThreads }: World): Promise<Record<string, number[]>> {
  const me = reader.id;
  const mine = new Set(ownThreads.map(({ id }) => id));
  const [threads, comments, notifications, readings, digested, follows, mutes, blocks, choices] = await Promise.all(
    [
      "threads",
      "comments",
      "notifications",
      "readings",
      "digested",
      "follows",
      "mutes",
      "blocks",
      "hearing_choices",
    ].map(all),
  );
  const readable = (threads ?? []).filter(({ id, visible }) => visible && mine.has(Number(id)));
  const blocked = (author: unknown) =>
    (blocks ?? []).some(
      (b) => (is(b.blocker_id, me) && is(b.blocked_id, author)) || (is(b.blocker_id, author) && is(b.blocked_id, me)),
    );
  const keptFrom = (t: Row) =>
    (mutes ?? []).some(
      (q) =>
        is(q.member_id, me) && (is(q.thread_id, t.id) || (is(q.technique_id, t.technique_id) && !is(t.author_id, me))),
    ) ||
    (t.kind !== "article" && blocked(t.author_id));
  const off = (t: Row) =>
    (follows ?? []).some((f) => is(f.follower_id, me) && is(f.thread_id, t.id) && f.level === "off");
  const seen = (t: Row) => (readings ?? []).some((r) => is(r.member_id, me) && is(r.thread_id, t.id));
  const told = (t: Row) => (digested ?? []).some((d) => is(d.member_id, me) && is(d.thread_id, t.id));
  const chosen = (kind: NotificationKind) =>
    (choices ?? []).find((c) => is(c.member_id, me) && c.kind === kind)?.mail ?? usualMail[kind];
  const stands = (n: Row) =>
    n.position === 0 ||
    (comments ?? []).some((c) => is(c.thread_id, n.thread_id) && c.position === n.position && c.visible);
  const waiting = (notifications ?? [])
    .filter((n) => is(n.member_id, me) && n.read_at === null && n.mailing_id === null && n.mail !== "never")
    .filter(
      (n) =>
        chosen(n.kind as NotificationKind) !== "never" &&
        stands(n) &&
        !(blocks ?? []).some((b) => is(b.blocker_id, me) && is(b.blocked_id, n.actor_id)),
    )
    .sort((x, y) => Number(y.event_id) - Number(x.event_id));
  const talks = [...new Set(waiting.map((n) => Number(n.thread_id)))]
    .flatMap((id) => readable.filter((t) => is(t.id, id)))
    .filter((t) => !keptFrom(t) && !off(t))
    .slice(0, mostTold);
  const news = readable.filter((t) => !is(t.author_id, me) && !keptFrom(t) && !off(t) && !seen(t) && !told(t));
  const newest = (x: Row, y: Row) => age(x.published_at) - age(y.published_at) || Number(y.id) - Number(x.id);
  const followed = (t: Row) =>
    (follows ?? []).some(
      (f) =>
        is(f.follower_id, me) &&
        f.level !== "off" &&
        (is(f.technique_id, t.technique_id) || is(f.member_id, t.author_id)),
    );
  const knows = (t: Row) =>
    (follows ?? []).some((f) => is(f.follower_id, me) && f.level !== "off" && is(f.technique_id, t.technique_id)) ||
    readable.some((own) => is(own.author_id, me) && own.kind === "experience" && is(own.technique_id, t.technique_id));
  const answered = (t: Row) =>
    (comments ?? []).some((c) => is(c.thread_id, t.id) && c.visible && !is(c.author_id, t.author_id));
  const asked = news
    .filter(
      (t) =>
        t.kind === "question" &&
        knows(t) &&
        !answered(t) &&
        age(t.published_at) <= newsDays * 24 &&
        age(t.published_at) >= unansweredHours,
    )
    .sort((x, y) => newest(y, x))
    .slice(0, 1);
  const fresh = news
    .filter((t) => t.kind !== "article" && followed(t) && age(t.published_at) < newsDays * 24 && !talks.includes(t))
    .sort(newest)
    .slice(0, mostNewThreads)
    .filter((t) => !asked.includes(t));
  const ids = (rows: Row[]) => rows.map(({ id }) => Number(id));
  return {
    told: ids(talks),
    fresh: ids(fresh),
    asked: ids(asked),
    article: ids(
      news
        .filter((t) => t.kind === "article")
        .sort(newest)
        .slice(0, 1),
    ),
  };
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
    const thread = threads.find(
      ({ id, slug, kind }) =>
        line.startsWith("http") && (kind === "article" ? line.endsWith(`/articles/${slug}`) : line.includes(`/${id}/`)),
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
    { numRuns: Number(process.env.RUNS ?? 6) },
  );
}, 240_000);
