import type { Actor } from "@/lib/platform/actor";
import { allow, deny, type Decision } from "@/lib/platform/policy";
import type { ThreadState } from "@/lib/threads/policy";
import { editorRoles } from "./schema";

export function canPublishArticle(actor: Pick<Actor, "role">): Decision {
  return editorRoles.some((role) => role === actor.role) ? allow : deny("not_allowed");
}

/** Every editor may mend every article, whoever wrote it. One that is closed to comments may still be put right. */
export function canEditArticle(actor: Pick<Actor, "role">, thread: Omit<ThreadState, "audience">): Decision {
  const editor = canPublishArticle(actor);
  if (!editor.allowed) return editor;
  if (thread.withdrawnAt || thread.removedAt) return deny("not_found");
  return thread.hiddenAt ? deny("under_review") : allow;
}
