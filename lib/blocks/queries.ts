import { and, asc, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { blocks, cases, members, mutes, reports, techniques, threads } from "@/db/schema";
import type { Viewer } from "@/lib/platform/actor";
import { threadPath } from "@/lib/platform/urls";
import { placesOf } from "@/lib/serving/places";
import type { MutedKind } from "./schema";

type Person = { id: number; handle: string };
type MutedThing = { kind: MutedKind; id: number; name: string | null; href: string | null };

export type Quiet = { people: Person[]; things: MutedThing[]; words: string[] };

/** Everything that a member does not want to see, for themselves alone. */
export async function listQuiet(memberId: number): Promise<Quiet> {
  const [people, ofTechniques, ofThreads, ofMembers, words] = await Promise.all([
    db
      .select({ id: members.id, handle: members.handle })
      .from(blocks)
      .innerJoin(members, eq(members.id, blocks.blockedId))
      .where(eq(blocks.blockerId, memberId))
      .orderBy(asc(members.handle)),
    db
      .select({ id: techniques.id, name: techniques.name, slug: techniques.slug })
      .from(mutes)
      .innerJoin(techniques, eq(techniques.id, mutes.techniqueId))
      .where(and(eq(mutes.memberId, memberId), isNotNull(mutes.techniqueId)))
      .orderBy(asc(techniques.name)),
    db
      .select({
        id: threads.id,
        title: threads.title,
        kind: threads.kind,
        slug: threads.slug,
        visible: threads.visible,
      })
      .from(mutes)
      .innerJoin(threads, eq(threads.id, mutes.threadId))
      .where(and(eq(mutes.memberId, memberId), isNotNull(mutes.threadId)))
      .orderBy(desc(mutes.id)),
    db
      .select({ id: members.id, handle: members.handle })
      .from(mutes)
      .innerJoin(members, eq(members.id, mutes.mutedMemberId))
      .where(and(eq(mutes.memberId, memberId), isNotNull(mutes.mutedMemberId)))
      .orderBy(asc(members.handle)),
    listMutedWords(memberId),
  ]);
  const things = [
    ...ofTechniques.map(({ id, name, slug }) => ({
      kind: "technique" as const,
      id,
      name,
      href: `/techniques/${slug}`,
    })),
    // What somebody took back or a moderator took away has no title any more.
    ...ofThreads.map((thread) => ({
      kind: "thread" as const,
      id: thread.id,
      name: thread.visible ? thread.title : null,
      href: thread.visible ? threadPath(thread) : null,
    })),
    ...ofMembers.map(({ id, handle }) => ({ kind: "member" as const, id, name: handle, href: `/members/${handle}` })),
  ];
  return { people, things, words };
}

async function listMutedWords(memberId: number): Promise<string[]> {
  const rows = await db
    .select({ word: mutes.word })
    .from(mutes)
    .where(and(eq(mutes.memberId, memberId), isNotNull(mutes.word)))
    .orderBy(asc(mutes.word));
  return rows.map(({ word }) => word ?? "");
}

type Said = { position: number; bodyHtml: string; gone: string | null; author: { id: number } };

/**
 * Comments that came to a page after it was opened, without those that their reader does not want to see. What is gone
 * has no words and stays, as it does in a page.
 */
export async function keepWanted<T extends Said>(viewer: Viewer | null, comments: T[]): Promise<T[]> {
  const memberId = viewer?.memberId;
  const others = comments.filter(({ gone, author }) => gone === null && author.id !== memberId);
  if (!memberId || others.length === 0) return comments;
  const authors = others.map(({ author }) => author.id);
  const [quieted, words] = await Promise.all([listQuieted(memberId, authors), listMutedWords(memberId)]);
  const page = others.map(
    ({ position, bodyHtml }) => `<li data-place="c${position}"><div data-words="">${bodyHtml}</div></li>`,
  );
  const places = placesOf(page.join(""), words);
  const unwanted = others.filter(({ position, author }) => places.includes(`c${position}`) || quieted.has(author.id));
  return comments.filter((comment) => !unwanted.includes(comment));
}

/** Which of these people a member blocked or muted. */
async function listQuieted(memberId: number, people: number[]): Promise<Set<number | null>> {
  const [blocked, muted] = await Promise.all([
    db
      .select({ id: blocks.blockedId })
      .from(blocks)
      .where(and(eq(blocks.blockerId, memberId), inArray(blocks.blockedId, people))),
    db
      .select({ id: mutes.mutedMemberId })
      .from(mutes)
      .where(and(eq(mutes.memberId, memberId), inArray(mutes.mutedMemberId, people))),
  ]);
  return new Set([...blocked, ...muted].map(({ id }) => id));
}

/** Whose words a member reported last, so that they can be blocked, too. A persona cannot. */
export async function getReportedAuthor(memberId: number): Promise<(Person & { blocked: boolean }) | null> {
  const [author] = await db
    .select({
      id: members.id,
      handle: members.handle,
      kind: members.kind,
      blocked: sql<boolean>`EXISTS (SELECT FROM blocks b WHERE b.blocker_id = ${memberId} AND b.blocked_id = ${members.id})`,
    })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .innerJoin(members, eq(members.id, cases.authorId))
    .where(eq(reports.reporterId, memberId))
    .orderBy(desc(reports.createdAt), desc(reports.id))
    .limit(1);
  return author?.kind === "member" ? { id: author.id, handle: author.handle, blocked: author.blocked } : null;
}
