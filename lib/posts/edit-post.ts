import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { posts, revisions, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { excerptOf, pipelineVersion, renderMarkdown } from "@/lib/platform/markdown";
import { insist } from "@/lib/platform/policy";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tagsOfThread } from "@/lib/platform/tags";
import { slugOf, type Addressed } from "@/lib/platform/urls";
import { editLimits } from "@/lib/threads/limits";
import { canEdit, freeEditHours } from "@/lib/threads/policy";
import type { PostWords } from "./schema";

/** Changes one's own post. After the free window, what stood before is kept for members to see. */
export async function editPost(actor: Actor, input: PostWords & { thread: number }): Promise<Addressed> {
  return db.transaction(async (tx) => {
    const [thread] = await tx
      .select({
        row: threads,
        late: sql<boolean>`${threads.publishedAt} < now() - make_interval(hours => ${freeEditHours})`,
      })
      .from(threads)
      .where(eq(threads.id, input.thread))
      .for("update");
    const [post] = await tx.select().from(posts).where(eq(posts.threadId, input.thread));
    if (!thread || !post) throw new Refusal("not_found");
    insist(canEdit(actor, thread.row));
    if (actor.paced) await takeTurn(tx, editLimits(actor));
    const rewritten = post.body !== input.body || thread.row.title !== input.title;
    if (thread.late && rewritten) {
      await tx.insert(revisions).values({
        threadId: thread.row.id,
        editedBy: actor.memberId,
        title: thread.row.title,
        body: post.body,
        bodyHtml: post.bodyHtml,
      });
    }
    const slug = slugOf(input.title);
    await tx
      .update(threads)
      .set({
        kind: input.kind,
        audience: input.audience,
        title: input.title,
        slug,
        excerpt: excerptOf(input.body),
        ...(rewritten ? { editedAt: sql`now()` } : {}),
      })
      .where(eq(threads.id, thread.row.id));
    await tx
      .update(posts)
      .set({ body: input.body, bodyHtml: renderMarkdown(input.body), pipeline: pipelineVersion })
      .where(eq(posts.threadId, thread.row.id));
    await recordEvent(
      tx,
      { kind: "post_edited", actorId: actor.memberId, threadId: thread.row.id },
      tagsOfThread(thread.row),
    );
    return { id: thread.row.id, kind: input.kind, slug };
  });
}
