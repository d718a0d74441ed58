import { sql } from "drizzle-orm";
import type { Transaction } from "../client";
import { comments, follows, reactions, techniques, threads } from "../schema";
import type { People } from "./people";
import { sameRandom } from "./random";

const kinds = ["thanks", "same", "hug"] as const;

/** Who reacted to what, and what the sample accounts follow. */
export async function fillTies(tx: Transaction, people: People, byKey: Map<string, number>): Promise<void> {
  const random = sameRandom(1911);
  const members = [...people.values()].map(({ id }) => id);
  const things = [
    ...(await tx.select({ threadId: threads.id, position: sql<number>`0`, authorId: threads.authorId, at: threads.publishedAt }).from(threads).orderBy(threads.id)),
    ...(await tx
      .select({ threadId: comments.threadId, position: comments.position, authorId: comments.authorId, at: comments.createdAt })
      .from(comments)
      .orderBy(comments.threadId, comments.position)),
  ];
  const given: (typeof reactions.$inferInsert)[] = [];
  for (const { threadId, position, authorId, at } of things) {
    const many = Math.floor(random() ** 3 * 7);
    const who = new Set(Array.from({ length: many }, () => members[Math.floor(random() * members.length)]));
    for (const memberId of who) {
      const kind = kinds[Math.floor(random() * kinds.length)];
      if (memberId === undefined || memberId === authorId || !kind) continue;
      given.push({ memberId, threadId, position, kind, createdAt: at });
    }
  }
  for (let from = 0; from < given.length; from += 500) await tx.insert(reactions).values(given.slice(from, from + 500));
  await follow(tx, people, byKey);
}

async function follow(tx: Transaction, people: People, byKey: Map<string, number>): Promise<void> {
  const all = await tx.select({ id: techniques.id, slug: techniques.slug }).from(techniques);
  const idOf = (slug: string) => all.find((technique) => technique.slug === slug)?.id;
  const heron = people.get("quiet_heron")?.id;
  const wren = people.get("wren_physio")?.id;
  if (!heron || !wren) return;
  await tx.insert(follows).values([
    { followerId: heron, techniqueId: idOf("trigger-point") },
    { followerId: heron, techniqueId: idOf("self-massage") },
    { followerId: heron, threadId: byKey.get("first-bad-day") },
    { followerId: heron, memberId: people.get("mabel_and_dog")?.id },
    { followerId: wren, techniqueId: idOf("head-and-neck") },
    { followerId: wren, threadId: byKey.get("before-i-touch-a-neck") },
  ]);
}
