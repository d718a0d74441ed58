import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { comments, members, techniques, threads } from "@/db/schema";
import { isShutOut, type Role, type Viewer } from "@/lib/platform/actor";
import type { Audience } from "@/lib/serving/context";
import type { ThreadKind } from "./schema";

export {
  listForSitemap,
  listThreads,
  listNewestThreads,
  type ThreadFilter,
  type ThreadList,
  type Place,
  type ThreadRow,
} from "./queries-lists";

/** Who wrote something, as shown beside it. */
type Author = { id: number; handle: string; role: Role; credential: string | null };

export type Thread = {
  id: number;
  kind: ThreadKind;
  audience: Audience;
  title: string;
  slug: string;
  excerpt: string;
  publishedAt: Date;
  editedAt: Date | null;
  /** An edit after the free window kept what stood before. */
  hasHistory: boolean;
  lastActivityAt: Date;
  lastPosition: number;
  commentCount: number;
  locked: boolean;
  /** Everybody writes less often here for now. */
  slowed: boolean;
  author: Author;
  technique: { id: number; slug: string; name: string } | null;
};

const threadColumns = {
  id: threads.id,
  kind: threads.kind,
  audience: threads.audience,
  title: threads.title,
  slug: threads.slug,
  excerpt: threads.excerpt,
  publishedAt: threads.publishedAt,
  editedAt: threads.editedAt,
  hasHistory: sql<boolean>`EXISTS (SELECT 1 FROM revisions r WHERE r.thread_id = ${threads.id})`,
  lastActivityAt: threads.lastActivityAt,
  lastPosition: threads.lastPosition,
  commentCount: threads.commentCount,
  locked: sql<boolean>`${threads.lockedAt} IS NOT NULL`,
  slowed: sql<boolean>`${threads.slowedAt} IS NOT NULL`,
  author: { id: members.id, handle: members.handle, role: members.role, credential: members.credential },
  technique: { id: techniques.id, slug: techniques.slug, name: techniques.name },
};

/** The audience of `canRead`, as SQL on one row. */
const readable = and(
  eq(threads.visible, true),
  sql`(${threads.audience} = 'public' OR ${sql.placeholder("audience")}::text = 'members')`,
);

const threadQuery = db
  .select(threadColumns)
  .from(threads)
  .innerJoin(members, eq(members.id, threads.authorId))
  .leftJoin(techniques, eq(techniques.id, threads.techniqueId))
  .where(and(eq(threads.id, sql.placeholder("id")), readable))
  .prepare("get_thread");

const articleQuery = db
  .select(threadColumns)
  .from(threads)
  .innerJoin(members, eq(members.id, threads.authorId))
  .leftJoin(techniques, eq(techniques.id, threads.techniqueId))
  .where(and(eq(threads.kind, "article"), eq(threads.slug, sql.placeholder("slug")), readable))
  .prepare("get_article_thread");

/** A thread that the audience may read; null for one that is gone, hidden or for members only. */
export async function getThread(id: number, audience: Audience): Promise<Thread | null> {
  const [thread] = await threadQuery.execute({ id, audience });
  return thread ?? null;
}

/** The thread of an article, by the article's slug. */
export async function getArticleThread(slug: string, audience: Audience): Promise<Thread | null> {
  const [thread] = await articleQuery.execute({ slug, audience });
  return thread ?? null;
}

const newestCommentQuery = db
  .select({ position: sql<number>`coalesce(max(${comments.position}), 0)` })
  .from(comments)
  .where(and(eq(comments.threadId, sql.placeholder("id")), eq(comments.visible, true)))
  .prepare("newest_comment");

/**
 * The number of the newest comment that is seen in a thread, 0 where there is none, for whoever waits for the next one;
 * null for somebody who may not read the thread.
 */
export async function getNewestPosition(viewer: Viewer | null, id: number): Promise<number | null> {
  const audience = viewer?.memberId && !isShutOut(viewer) ? "members" : "public";
  if (!(await getThread(id, audience))) return null;
  const [newest] = await newestCommentQuery.execute({ id });
  return newest?.position ?? 0;
}

export type OwnThread = { id: number; kind: ThreadKind; slug: string; title: string; held: boolean };

/** A thread of one's own that can still be withdrawn, also while it is hidden or closed, or waits. */
export async function getOwnThread(memberId: number, id: number): Promise<OwnThread | null> {
  const [thread] = await db
    .select({
      id: threads.id,
      kind: threads.kind,
      slug: threads.slug,
      title: threads.title,
      held: sql<boolean>`${threads.heldAt} IS NOT NULL`,
    })
    .from(threads)
    .where(and(eq(threads.id, id), eq(threads.authorId, memberId), sql`${threads.withdrawnAt} IS NULL`));
  return thread ?? null;
}
