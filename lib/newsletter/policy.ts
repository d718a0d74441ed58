import { editorRoles } from "@/lib/articles/schema";
import type { Actor } from "@/lib/platform/actor";
import { allow, deny, type Decision } from "@/lib/platform/policy";

/** Whoever writes articles tells people of them. */
export function canWriteNewsletter(actor: Pick<Actor, "role">): Decision {
  return editorRoles.some((role) => role === actor.role) ? allow : deny("not_allowed");
}
