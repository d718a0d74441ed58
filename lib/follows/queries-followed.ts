import { and, desc, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { follows, members, mutes, techniques, threads } from "@/db/schema";
import { threadPath } from "@/lib/platform/urls";
import type { Level, SubjectKind } from "./schema";

export type Followed = { kind: SubjectKind; id: number; name: string; href: string; level: Level };

const mostListed = 500;

const subject = {
  technique: { id: techniques.id, name: techniques.name, slug: techniques.slug },
  thread: { id: threads.id, title: threads.title, kind: threads.kind, slug: threads.slug, visible: threads.visible },
  member: { id: members.id, handle: members.handle },
};

/**
 * Everything for which a member chose a level, the newest first: what they follow or switched off, and before it what they
 * muted. Threads that are gone are left out.
 */
export async function listFollowed(memberId: number): Promise<Followed[]> {
  const [muted, followed] = await Promise.all([listMuted(memberId), listLevels(memberId)]);
  const all = [...muted, ...followed].flatMap(asFollowed);
  const first = new Map<string, Followed>();
  for (const each of all) if (!first.has(`${each.kind} ${each.id}`)) first.set(`${each.kind} ${each.id}`, each);
  return [...first.values()];
}

function listLevels(memberId: number): Promise<Row[]> {
  return db
    .select({ level: follows.level, ...subject })
    .from(follows)
    .leftJoin(techniques, eq(techniques.id, follows.techniqueId))
    .leftJoin(threads, eq(threads.id, follows.threadId))
    .leftJoin(members, eq(members.id, follows.memberId))
    .where(eq(follows.followerId, memberId))
    .orderBy(desc(follows.id))
    .limit(mostListed);
}

async function listMuted(memberId: number): Promise<Row[]> {
  const rows = await db
    .select(subject)
    .from(mutes)
    .leftJoin(techniques, eq(techniques.id, mutes.techniqueId))
    .leftJoin(threads, eq(threads.id, mutes.threadId))
    .leftJoin(members, eq(members.id, mutes.mutedMemberId))
    .where(and(eq(mutes.memberId, memberId), isNull(mutes.word)))
    .orderBy(desc(mutes.id))
    .limit(mostListed);
  return rows.map((row) => ({ level: "mute", ...row }));
}

type Row = {
  level: Level;
  technique: { id: number; name: string; slug: string } | null;
  thread: { id: number; title: string; kind: string; slug: string; visible: boolean | null } | null;
  member: { id: number; handle: string } | null;
};

function asFollowed({ level, technique, thread, member }: Row): Followed[] {
  if (technique)
    return [
      { kind: "technique", id: technique.id, name: technique.name, href: `/techniques/${technique.slug}`, level },
    ];
  if (member) return [{ kind: "member", id: member.id, name: member.handle, href: `/members/${member.handle}`, level }];
  if (thread?.visible) return [{ kind: "thread", id: thread.id, name: thread.title, href: threadPath(thread), level }];
  return [];
}
