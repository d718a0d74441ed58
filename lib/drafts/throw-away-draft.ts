import { db } from "@/db/client";
import type { Actor } from "@/lib/platform/actor";
import { dropDraft } from "./drop-draft";

/** Throws away a draft of one's own. Done twice, it is done. */
export async function throwAwayDraft(actor: Actor, id: number): Promise<void> {
  await dropDraft(db, actor, id);
}
