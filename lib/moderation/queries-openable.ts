import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { cases, comments, members, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { commentPath, threadPath } from "@/lib/platform/urls";
import { ownNames } from "@/lib/testimonials/own-names";
import type { About } from "./open-case";
import { canOpenCase, staffReasonsFor } from "./policy";
import type { ReportedKind, ReportReason } from "./schema";

/** What a moderator is about to open a case about. */
export type Openable = {
  thread: number;
  comment: number;
  member: number;
  handle: string;
  title: string;
  href: string;
  reasons: ReportReason[];
  /** The case that is open about it already. */
  openCase: number | null;
  viewerCan: boolean;
};

/** Words or a profile that a case can be about, hidden ones too; null for what was taken back and for a persona. */
export async function getOpenable(actor: Actor, wanted: Wanted): Promise<Openable | null> {
  const found = wanted.thread > 0 ? await findWords(wanted) : await findProfile(wanted.member);
  if (!found) return null;
  const { about, kind, ...shown } = found;
  const [names, [open]] = await Promise.all([
    db.transaction((tx) => ownNames(tx, actor.memberId)),
    db.select({ id: cases.id }).from(cases).where(openOne(about)),
  ]);
  return {
    ...shown,
    thread: about.threadId ?? 0,
    comment: about.commentId ? wanted.comment : 0,
    member: about.memberId ?? 0,
    reasons: staffReasonsFor(kind),
    openCase: open?.id ?? null,
    viewerCan: canOpenCase(actor, { own: names.includes(about.authorId) }).allowed,
  };
}

type Wanted = { thread: number; comment: number; member: string };
type Found = { about: About; kind: ReportedKind; handle: string; title: string; href: string };

/** As the unique index has it. */
function openOne({ threadId, commentId, memberId }: About) {
  return sql`closed_at IS NULL AND coalesce(thread_id, 0) = ${threadId ?? 0} AND coalesce(comment_id, 0) = ${commentId ?? 0}
    AND coalesce(member_id, 0) = ${memberId ?? 0}`;
}

async function findWords({ thread: threadId, comment: position }: Wanted): Promise<Found | null> {
  const [row] = await db
    .select({ thread: threads, handle: members.handle })
    .from(threads)
    .innerJoin(members, eq(members.id, threads.authorId))
    .where(and(eq(threads.id, threadId), isNull(threads.withdrawnAt)));
  if (!row) return null;
  const { thread, handle } = row;
  if (position === 0) {
    const kind = thread.kind === "testimonial" || thread.kind === "article" ? thread.kind : "post";
    const about = { threadId, commentId: null, memberId: null, authorId: thread.authorId };
    return { about, kind, handle, title: thread.title, href: threadPath(thread) };
  }
  const [said] = await db
    .select({ id: comments.id, authorId: comments.authorId, handle: members.handle })
    .from(comments)
    .innerJoin(members, eq(members.id, comments.authorId))
    .where(and(eq(comments.threadId, threadId), eq(comments.position, position), isNull(comments.withdrawnAt)));
  if (!said) return null;
  const about = { threadId, commentId: said.id, memberId: null, authorId: said.authorId };
  const title = `Comment ${position} under “${thread.title}”`;
  return { about, kind: "comment", handle: said.handle, title, href: commentPath(thread, position) };
}

async function findProfile(handle: string): Promise<Found | null> {
  if (!/^[a-z0-9_]{3,24}$/.test(handle)) return null;
  const [member] = await db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.handle, handle), eq(members.kind, "member")));
  if (!member) return null;
  const about = { threadId: null, commentId: null, memberId: member.id, authorId: member.id };
  return { about, kind: "profile", handle, title: `Profile of ${handle}`, href: `/members/${handle}` };
}
