import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { testimonials } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { lockOwnTestimonial } from "./own-testimonial";
import type { Reminder } from "./schema";

/** Whether, and where, somebody is asked how it is later. The jobs look when their time has come. */
export async function chooseReminder(actor: Actor, input: { thread: number; remind: Reminder }): Promise<void> {
  await db.transaction(async (tx) => {
    const { thread } = await lockOwnTestimonial(tx, actor, input.thread);
    await tx.update(testimonials).set({ remind: input.remind }).where(eq(testimonials.threadId, thread.id));
  });
}
