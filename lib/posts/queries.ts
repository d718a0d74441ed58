import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { heldEdits, posts, revisions, threads } from "@/db/schema";
import type { Audience } from "@/lib/serving/context";
import { freeEditHours } from "@/lib/threads/policy";

const bodyQuery = db
  .select({ bodyHtml: posts.bodyHtml })
  .from(posts)
  .where(eq(posts.threadId, sql.placeholder("id")))
  .prepare("get_post_body");

/** The text of a post that `getThread` has found readable. */
export async function getPostBody(id: number): Promise<string | null> {
  const [post] = await bodyQuery.execute({ id });
  return post?.bodyHtml ?? null;
}

export type EditablePost = {
  id: number;
  kind: "question" | "experience" | "advice";
  slug: string;
  title: string;
  body: string;
  audience: Audience;
  /** True while a change leaves no trace. */
  free: boolean;
  /** These words are a change that waits for a moderator; another one takes its place. */
  waits: boolean;
};

/** A post of one's own, for its edit form, also while it cannot be seen if a moderator asked for a change; the verb decides again whether it may be changed. */
export async function getEditablePost(memberId: number, id: number): Promise<EditablePost | null> {
  const [post] = await db
    .select({
      id: threads.id,
      kind: sql<EditablePost["kind"]>`coalesce(${heldEdits.kind}, ${threads.kind})`,
      slug: threads.slug,
      title: sql<string>`coalesce(${heldEdits.title}, ${threads.title})`,
      body: sql<string>`coalesce(${heldEdits.body}, ${posts.body})`,
      audience: sql<Audience>`coalesce(${heldEdits.audience}, ${threads.audience})`,
      waits: sql<boolean>`${heldEdits.id} IS NOT NULL`,
      free: sql<boolean>`${threads.publishedAt} >= now() - make_interval(hours => ${freeEditHours})`,
    })
    .from(posts)
    .innerJoin(threads, eq(threads.id, posts.threadId))
    .leftJoin(heldEdits, eq(heldEdits.threadId, posts.threadId))
    .where(
      and(
        eq(threads.id, id),
        eq(threads.authorId, memberId),
        sql`(${threads.visible} OR ${threads.editAskedAt} IS NOT NULL AND ${threads.withdrawnAt} IS NULL AND ${threads.removedAt} IS NULL)`,
      ),
    );
  return post ?? null;
}

export type Revision = { title: string | null; bodyHtml: string; replacedAt: Date };

/** What a post was before its late edits, newest first. For members. */
export async function listPostRevisions(threadId: number): Promise<Revision[]> {
  return db
    .select({ title: revisions.title, bodyHtml: revisions.bodyHtml, replacedAt: revisions.createdAt })
    .from(revisions)
    .where(eq(revisions.threadId, threadId))
    .orderBy(desc(revisions.createdAt), desc(revisions.id))
    .limit(100);
}
