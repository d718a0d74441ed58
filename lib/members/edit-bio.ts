import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { recordEvent } from "@/lib/platform/events";
import { renderMarkdown } from "@/lib/platform/markdown";
import { takeTurn } from "@/lib/platform/rate-limit";
import { tags } from "@/lib/platform/tags";
import { insistOnVoice } from "./insist-on-voice";

/** Says a few words about oneself. Everybody can read them. */
export async function editBio(actor: Actor, bio: string): Promise<void> {
  await db.transaction(async (tx) => {
    await insistOnVoice(tx, actor);
    if (actor.paced) await takeTurn(tx, [{ key: `edit:${actor.memberId}:day`, max: 30, windowSeconds: 86_400 }]);
    await tx
      .update(members)
      .set({ bio, bioHtml: renderMarkdown(bio) })
      .where(eq(members.id, actor.memberId));
    await recordEvent(tx, { kind: "bio_edited", actorId: actor.memberId, threadId: null }, [
      tags.member(actor.memberId),
    ]);
  });
}
