import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { testimonials } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import { readUnsubscribeToken } from "@/lib/platform/unsubscribe";
import { whoTold } from "./queries-teller";
import { remindersList } from "./schema";
import { openOwn } from "./seal";

/** Ends the mails that ask how it is now, about the testimonial in a mailed link. Doing it again changes nothing. */
export async function leaveReminders(token: string): Promise<void> {
  const place = readUnsubscribeToken(token);
  if (place?.list !== remindersList) throw new Refusal("link_broken");
  const memberId = await whoTold(place.id);
  if (memberId === null) return;
  await db.transaction(async (tx) => {
    await openOwn(tx, memberId);
    await tx.update(testimonials).set({ remind: "none" }).where(eq(testimonials.threadId, place.id));
  });
}
