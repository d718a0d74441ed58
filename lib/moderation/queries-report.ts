import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { comments, members, threads } from "@/db/schema";
import { excerptOf } from "@/lib/platform/markdown";
import { commentPath, threadPath } from "@/lib/platform/urls";
import { reasonsFor } from "./policy";
import type { ReportReason } from "./schema";

export type Reportable = { handle: string; title: string; extract: string; href: string; reasons: ReportReason[] };

/** What a member is about to report, if it can be read. */
export async function getReportable(threadId: number, position: number): Promise<Reportable | null> {
  const [found] = await db
    .select({ thread: threads, handle: members.handle })
    .from(threads)
    .innerJoin(members, eq(members.id, threads.authorId))
    .where(and(eq(threads.id, threadId), eq(threads.visible, true)));
  if (!found) return null;
  const { thread, handle } = found;
  if (position === 0) {
    const reasons = reasonsFor(thread.kind === "testimonial" || thread.kind === "article" ? thread.kind : "post");
    return { handle, title: thread.title, extract: thread.excerpt, href: threadPath(thread), reasons };
  }
  const [comment] = await db
    .select({ body: comments.body, handle: members.handle })
    .from(comments)
    .innerJoin(members, eq(members.id, comments.authorId))
    .where(and(eq(comments.threadId, threadId), eq(comments.position, position), eq(comments.visible, true)));
  if (!comment) return null;
  return {
    handle: comment.handle,
    title: thread.title,
    extract: excerptOf(comment.body),
    href: commentPath(thread, position),
    reasons: reasonsFor("comment"),
  };
}
