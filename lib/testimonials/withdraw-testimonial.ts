import { db } from "@/db/client";
import type { Actor } from "@/lib/platform/actor";
import { withdrawThread } from "@/lib/threads/withdraw-thread";
import { lockOwnTestimonial } from "./own-testimonial";

/** Takes back what one told, under whichever name. */
export async function withdrawTestimonial(actor: Actor, threadId: number): Promise<void> {
  const { by } = await db.transaction((tx) => lockOwnTestimonial(tx, actor, threadId));
  await withdrawThread(by, threadId);
}
