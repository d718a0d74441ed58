import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { comments } from "@/db/schema";
import { dropDraft } from "@/lib/drafts/drop-draft";
import { insistOnVoice } from "@/lib/members/insist-on-voice";
import type { Actor } from "@/lib/platform/actor";
import { recordEvent } from "@/lib/platform/events";
import { insist } from "@/lib/platform/policy";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tags } from "@/lib/platform/tags";
import { answerAskedEdit } from "@/lib/screening/answer-asked-edit";
import { askModerators } from "@/lib/screening/ask-moderators";
import { dropHeldEdit } from "@/lib/screening/drop-held-edit";
import { holdEdit } from "@/lib/screening/hold-edit";
import { screenWords } from "@/lib/screening/screen-words";
import { editLimits } from "@/lib/threads/limits";
import { canEditComment, freeEditHours } from "@/lib/threads/policy";
import { lockComment } from "./own-comment";
import type { Posted } from "./post-comment";
import { rewriteComment } from "./rewrite-comment";

type Edit = { comment: number; body: string; seen?: string; draft?: number };

/**
 * Changes one's own comment. After the free window, what stood before is kept for members to see. A change that should
 * be read first waits beside the comment.
 */
export async function editComment(actor: Actor, { comment: id, body, seen, draft }: Edit): Promise<Posted> {
  return db.transaction(async (tx) => {
    const { thread, comment } = await lockComment(tx, id);
    insist(canEditComment(actor, comment, thread));
    await insistOnVoice(tx, actor);
    await dropDraft(tx, actor, draft);
    if (comment.body === body) {
      await dropHeldEdit(tx, { commentId: id });
      return { thread, position: comment.position, held: false };
    }
    const [age] = await tx
      .select({ late: sql<boolean>`${comments.createdAt} < now() - make_interval(hours => ${freeEditHours})` })
      .from(comments)
      .where(eq(comments.id, id));
    const late = age?.late ?? true;
    const found = await screenWords(tx, actor, { text: body, addedTo: comment.body, late, seen });
    if (actor.paced) await takeTurn(tx, editLimits(actor));
    // What nobody sees is changed as it stands: whoever lets it appear reads it as it is then.
    const held = found.hold.length > 0 && comment.visible;
    if (held) {
      await holdEdit(tx, { commentId: id, body });
    } else {
      await dropHeldEdit(tx, { commentId: id });
      await rewriteComment(tx, { comment, body, late });
    }
    const verdict = await answerAskedEdit(tx, { commentId: id }, comment.editAskedAt, found);
    await askModerators(tx, { threadId: thread.id, commentId: id }, verdict);
    const detail = { position: comment.position };
    const kind = held ? "edit_held" : "comment_edited";
    const event = { kind, actorId: actor.memberId, threadId: thread.id, detail };
    await recordEvent(tx, event, held ? [] : [tags.thread(thread.id)]);
    return { thread, position: comment.position, held };
  });
}
