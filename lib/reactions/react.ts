import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { comments, reactions, threads } from "@/db/schema";
import { insistOnVoice } from "@/lib/members/insist-on-voice";
import { isBlocked } from "@/lib/members/queries";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { announcePurge, recordEvent } from "@/lib/platform/events";
import { sha256 } from "@/lib/platform/ids";
import { isFirstUse, takeTurn } from "@/lib/platform/rate-limit";
import { tags } from "@/lib/platform/tags";
import type { ReactionKind } from "./labels";

export type Reaction = {
  threadId: number;
  position: number;
  kind: ReactionKind;
  /** The form's key: a double click is one press. */
  key?: string;
};

/** A press is only ever sent again within moments. */
const doubleClickSeconds = 30;

/** Reacts to a thread (position 0) or a comment. The same again takes it back, another one replaces it. */
export async function react(actor: Actor, { threadId, position, kind, key }: Reaction): Promise<"on" | "off" | "same"> {
  return db.transaction(async (tx) => {
    await insistOnVoice(tx, actor);
    const authorId = await authorOf(tx, threadId, position);
    if (authorId === null) throw new Refusal("not_found");
    if (authorId === actor.memberId) throw new Refusal("react_own");
    if (
      key &&
      !(await isFirstUse(
        tx,
        `press:${sha256(`${actor.memberId} ${key} ${threadId} ${position} ${kind}`)}`,
        doubleClickSeconds,
      ))
    ) {
      return "same";
    }
    if (actor.paced) await takeTurn(tx, [{ key: `react:${actor.memberId}:day`, max: 50, windowSeconds: 86_400 }]);
    const mine = and(
      eq(reactions.memberId, actor.memberId),
      eq(reactions.threadId, threadId),
      eq(reactions.position, position),
    );
    const taken = await tx
      .delete(reactions)
      .where(and(mine, eq(reactions.kind, kind)))
      .returning();
    if (taken.length === 0) {
      // One from before the block can still be taken back.
      if (await isBlocked(tx, authorId, actor.memberId)) throw new Refusal("blocked");
      await tx
        .insert(reactions)
        .values({ memberId: actor.memberId, threadId, position, kind })
        .onConflictDoUpdate({ target: [reactions.memberId, reactions.threadId, reactions.position], set: { kind } });
    }
    const event = { kind: "reacted", actorId: actor.memberId, threadId, detail: { position } };
    if (taken.length === 0) await recordEvent(tx, event, [tags.thread(threadId)]);
    else await announcePurge(tx, [tags.thread(threadId)]);
    return taken.length === 0 ? "on" : "off";
  });
}

/** Who wrote what is reacted to; null when it cannot be read. */
async function authorOf(tx: Transaction, threadId: number, position: number): Promise<number | null> {
  const [thread] = await tx
    .select({ authorId: threads.authorId, visible: threads.visible })
    .from(threads)
    .where(eq(threads.id, threadId));
  if (!thread?.visible) return null;
  if (position === 0) return thread.authorId;
  const [comment] = await tx
    .select({ authorId: comments.authorId, visible: comments.visible })
    .from(comments)
    .where(and(eq(comments.threadId, threadId), eq(comments.position, position)));
  return comment?.visible ? comment.authorId : null;
}
