import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { posts, threads } from "@/db/schema";
import { dropDraft } from "@/lib/drafts/drop-draft";
import { insistOnVoice } from "@/lib/members/insist-on-voice";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tagsOfThread } from "@/lib/platform/tags";
import type { Addressed } from "@/lib/platform/urls";
import { answerAskedEdit } from "@/lib/screening/answer-asked-edit";
import { askModerators } from "@/lib/screening/ask-moderators";
import { dropHeldEdit } from "@/lib/screening/drop-held-edit";
import { holdEdit } from "@/lib/screening/hold-edit";
import { screenWords } from "@/lib/screening/screen-words";
import { editLimits } from "@/lib/threads/limits";
import { canEdit, freeEditHours } from "@/lib/threads/policy";
import { rewritePost } from "./rewrite-post";
import type { PostWords } from "./schema";

/** `held`: what stood before is shown until a moderator has read the change. */
type Edited = Addressed & { held: boolean };

/**
 * Changes one's own post. After the free window, what stood before is kept for members to see. A change that should be
 * read first waits beside the post.
 */
export async function editPost(actor: Actor, input: PostWords & { thread: number }): Promise<Edited> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({
        thread: threads,
        late: sql<boolean>`${threads.publishedAt} < now() - make_interval(hours => ${freeEditHours})`,
      })
      .from(threads)
      .where(eq(threads.id, input.thread))
      .for("update");
    const [post] = await tx.select().from(posts).where(eq(posts.threadId, input.thread));
    if (!row || !post) throw new Refusal("not_found");
    const { thread, late } = row;
    insist(canEdit(actor, thread));
    await insistOnVoice(tx, actor);
    const { kind, audience, title, body, seen } = input;
    const [text, addedTo] = [`${title}\n\n${body}`, `${thread.title}\n\n${post.body}`];
    const found = await screenWords(tx, actor, { text, addedTo, late, seen });
    if (actor.paced) await takeTurn(tx, editLimits(actor));
    // What nobody sees is changed as it stands: whoever lets it appear reads it as it is then.
    const held = found.hold.length > 0 && thread.visible;
    const words = { kind, audience, title, body };
    if (held) await holdEdit(tx, { threadId: thread.id, ...words });
    else await dropHeldEdit(tx, { threadId: thread.id });
    const slug = held ? thread.slug : await rewritePost(tx, { thread, post, words, late });
    await dropDraft(tx, actor, input.draft);
    const askedAt = text === addedTo ? null : thread.editAskedAt;
    const verdict = await answerAskedEdit(tx, { threadId: thread.id }, askedAt, found);
    await askModerators(tx, { threadId: thread.id, commentId: null }, verdict);
    const event = { kind: held ? "edit_held" : "post_edited", actorId: actor.memberId, threadId: thread.id };
    await recordEvent(tx, event, held ? [] : tagsOfThread(thread));
    return { id: thread.id, kind: held ? thread.kind : kind, slug, held };
  });
}
