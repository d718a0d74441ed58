import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { comments, events, notifications, statements } from "@/db/schema";
import type { Member, Thread } from "@/lib/testing/factories";
import { aWorld, carryOut, history, isVisible, word, type World } from "@/lib/testing/hearing";
import { countUnread, listNotifications } from "./queries";
import { spreadEvent } from "./spread-event";

const commentsOf = (threadId: number) =>
  db.select().from(comments).where(eq(comments.threadId, threadId)).orderBy(asc(comments.position));

type Event = typeof events.$inferSelect;

/** Who is to hear of an event, and why, as it follows from what everybody chose. */
async function expectedHearers(world: World, event: Event): Promise<Record<number, string>> {
  const thread = world.threads.find(({ id }) => id === event.threadId) as Thread;
  const position = Number(event.detail.position ?? 0);
  const said = await commentsOf(thread.id);
  const comment = said.find((each) => each.position === position);
  const authorAt = (at: number) =>
    at === 0 ? thread.authorId : (said.find((each) => each.position === at)?.authorId ?? 0);
  const heard: Record<number, string> = {};
  for (const member of world.members) {
    const levelOfThread = world.levels.get(`${member.id} thread ${thread.id}`);
    const reasons =
      event.kind === "reacted"
        ? [authorAt(position) === member.id && "thanks"]
        : [
            authorAt(comment?.replyToPosition ?? 0) === member.id && "reply",
            comment?.body.includes(`@${member.handle} `) && "mention",
            (thread.authorId === member.id || levelOfThread === "watch") && "comment",
          ];
    const reason = reasons.find(Boolean);
    const actor = event.actorId ?? 0;
    if (!reason || member.id === actor || world.suspended.has(member.id)) continue;
    if (world.isUnwanted(member.id, actor, thread) || world.blockedEitherWay(member.id, actor)) continue;
    if (event.kind !== "reacted" && levelOfThread === "off") continue;
    if (event.kind !== "reacted" && comment?.body.includes(word) && world.mutes.has(`${member.id} word`)) continue;
    heard[member.id] = reason;
  }
  return heard;
}

/** What stands in a member's list, from the rows and what everybody chose: how many of each thread, read and unread. */
async function expectedList(world: World, member: Member): Promise<Record<string, number>> {
  const list: Record<string, number> = {};
  for (const row of await db.select().from(notifications).where(eq(notifications.memberId, member.id))) {
    const thread = world.threads.find(({ id }) => id === row.threadId) as Thread;
    const comment = (await commentsOf(thread.id)).find(({ position }) => position === row.position);
    if (!(await isVisible(thread.id)) || (row.position > 0 && !comment?.visible)) continue;
    if (world.isUnwanted(member.id, row.actorId ?? 0, thread)) continue;
    if (row.kind === "thanks") {
      const [given] = await db.execute(sql`SELECT 1 FROM reactions
        WHERE member_id = ${row.actorId} AND thread_id = ${thread.id} AND position = ${row.position}`);
      if (!given) continue;
    }
    const card = `${thread.title} ${row.readAt ? "read" : "new"}`;
    list[card] = (list[card] ?? 0) + 1;
  }
  return list;
}

it("whatever people do, each hears once of what concerns them, and nobody of what they may not or do not want to see", async () => {
  await fc.assert(
    fc.asyncProperty(history, async (acts) => {
      const world = await aWorld();
      const ours = new Set(world.threads.map(({ id }) => id));
      let last = Number((await db.execute<{ id: string }>(sql`SELECT coalesce(max(id), 0) AS id FROM events`))[0]?.id);
      for (const each of acts) {
        await carryOut(world, each);
        const happened = await db.select().from(events).where(gt(events.id, last)).orderBy(asc(events.id));
        for (const event of happened.filter(({ threadId }) => threadId && ours.has(threadId))) {
          const expected = await expectedHearers(world, event);
          await Promise.all([1, 2].map(() => spreadEvent({ eventId: event.id })));
          const rows = await db.select().from(notifications).where(eq(notifications.eventId, event.id));
          expect(Object.fromEntries(rows.map((row) => [row.memberId, row.kind]))).toEqual(expected);
          expect(rows).toHaveLength(Object.keys(expected).length);
          last = Math.max(last, event.id);
        }
      }
      for (const member of world.members) {
        const expected = await expectedList(world, member);
        const { rows } = await listNotifications(member.id);
        const listed = rows.map(({ title, unread, told }) => [
          `${title} ${unread ? "new" : "read"}`,
          told.reduce((sum, { count }) => sum + count, 0),
        ]);
        expect(Object.fromEntries(listed)).toEqual(expected);
        expect(listed).toHaveLength(Object.keys(expected).length);
        const letters = await db
          .select()
          .from(statements)
          .where(and(eq(statements.memberId, member.id), isNull(statements.seenAt)));
        const fresh = Object.keys(expected).filter((card) => card.endsWith(" new")).length;
        expect((await countUnread([member.id])).get(member.id)).toBe(Math.min(10, fresh + letters.length));
      }
    }),
    { numRuns: 40 },
  );
}, 240_000);
