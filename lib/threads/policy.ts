import type { Actor } from "@/lib/platform/actor";
import { allow, deny, type Decision } from "@/lib/platform/policy";
import type { Audience } from "@/lib/serving/context";

/** Edits are free this long; a later one keeps what stood before, for members to see. */
export const freeEditHours = 24;

type State = {
  hiddenAt: Date | null;
  removedAt: Date | null;
  withdrawnAt: Date | null;
  /** Waits for a moderator. */
  heldAt?: Date | null;
  /** A moderator asked its author to change it. */
  editAskedAt?: Date | null;
};

export type ThreadState = State & {
  audience: Audience;
  authorId: number;
  lockedAt: Date | null;
  /** Counts, and is not seen. */
  unshownAt?: Date | null;
};
export type CommentState = State & { authorId: number };

function stands(thing: State & Pick<ThreadState, "unshownAt">): boolean {
  return !thing.hiddenAt && !thing.removedAt && !thing.withdrawnAt && !thing.heldAt && !thing.unshownAt;
}

/** Nobody changes what a moderator is looking at, unless they were asked to. */
function isUnderReview({ hiddenAt, heldAt, editAskedAt }: State): boolean {
  return Boolean((hiddenAt ?? heldAt) && !editAskedAt);
}

/** Whoever may not read it is told that it is not there. */
export function canRead(audience: Audience, thread: ThreadState): Decision {
  if (!stands(thread)) return deny("not_found");
  return thread.audience === "public" || audience === "members" ? allow : deny("not_found");
}

export function canComment(_actor: Actor, thread: ThreadState): Decision {
  if (!stands(thread)) return deny("not_found");
  return thread.lockedAt ? deny("thread_locked") : allow;
}

export function canEdit(actor: Actor, thread: ThreadState): Decision {
  if (thread.authorId !== actor.memberId) return deny("not_yours");
  if (thread.withdrawnAt || thread.removedAt) return deny("not_found");
  if (isUnderReview(thread)) return deny("under_review");
  return thread.lockedAt ? deny("thread_locked") : allow;
}

/** Taking one's own words back is always possible. */
export function canWithdraw(actor: Actor, thing: CommentState): Decision {
  if (thing.authorId !== actor.memberId) return deny("not_yours");
  return thing.withdrawnAt ? deny("not_found") : allow;
}

export function canEditComment(actor: Actor, comment: CommentState, thread: ThreadState): Decision {
  if (comment.authorId !== actor.memberId) return deny("not_yours");
  if (!stands(thread) || comment.withdrawnAt || comment.removedAt) return deny("not_found");
  if (isUnderReview(comment)) return deny("under_review");
  return thread.lockedAt ? deny("thread_locked") : allow;
}
