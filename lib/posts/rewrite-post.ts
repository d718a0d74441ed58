import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { posts, revisions, threads } from "@/db/schema";
import { excerptOf, pipelineVersion, renderMarkdown } from "@/lib/platform/markdown";
import { slugOf } from "@/lib/platform/urls";
import type { PostWords } from "./schema";

type Rewriting = {
  thread: typeof threads.$inferSelect;
  /** What stands there. */
  post: Pick<typeof posts.$inferSelect, "body" | "bodyHtml">;
  words: Pick<PostWords, "kind" | "audience" | "title" | "body">;
  /** After the free window: what stood before is kept for members to see. */
  late: boolean;
};

/** Puts other words into a post, by its author. The caller holds the lock of its thread. @returns its slug from now on */
export async function rewritePost(tx: Transaction, { thread, post, words, late }: Rewriting): Promise<string> {
  const rewritten = post.body !== words.body || thread.title !== words.title;
  if (late && rewritten) {
    const before = { title: thread.title, body: post.body, bodyHtml: post.bodyHtml };
    await tx.insert(revisions).values({ threadId: thread.id, editedBy: thread.authorId, ...before });
  }
  const { kind, audience, title } = words;
  const slug = slugOf(title);
  await tx
    .update(threads)
    .set({
      kind,
      audience,
      title,
      slug,
      excerpt: excerptOf(words.body),
      ...(rewritten ? { editedAt: sql`now()` } : {}),
    })
    .where(eq(threads.id, thread.id));
  await tx
    .update(posts)
    .set({ body: words.body, bodyHtml: renderMarkdown(words.body), pipeline: pipelineVersion })
    .where(eq(posts.threadId, thread.id));
  return slug;
}
