import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { testimonials, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { openOwn } from "./seal";

type Thread = typeof threads.$inferSelect;
type Answers = typeof testimonials.$inferSelect;

/**
 * Locks a testimonial of one's own, under whichever name it was told. `by` is the actor under that name, so that
 * policies compare the right author and events do not give a persona away.
 * @throws Refusal not_found, not_yours
 */
export async function lockOwnTestimonial(
  tx: Transaction,
  actor: Actor,
  threadId: number,
): Promise<{ thread: Thread; answers: Answers; by: Actor }> {
  const [thread] = await tx.select().from(threads).where(eq(threads.id, threadId)).for("update");
  if (!thread || thread.kind !== "testimonial") throw new Refusal("not_found");
  await openOwn(tx, actor.memberId);
  const [answers] = await tx.select().from(testimonials).where(eq(testimonials.threadId, threadId));
  if (!answers) throw new Refusal(thread.visible ? "not_yours" : "not_found");
  return { thread, answers, by: { ...actor, memberId: thread.authorId } };
}
