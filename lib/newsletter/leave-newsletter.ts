import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { newsletterIssues, newsletterSubscribers } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import { forgetTrouble } from "@/lib/platform/mail-trouble";
import { readUnsubscribeToken } from "@/lib/platform/unsubscribe";
import { newsletterList } from "./schema";

/** Takes an address off the list and deletes it; the last issue counts one more who left. Doing it again changes nothing. */
export async function leaveNewsletter(token: string): Promise<void> {
  const place = readUnsubscribeToken(token);
  if (place?.list !== newsletterList) throw new Refusal("link_broken");
  await db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(newsletterSubscribers)
      .where(eq(newsletterSubscribers.id, place.id))
      .returning({ email: newsletterSubscribers.email, confirmedAt: newsletterSubscribers.confirmedAt });
    if (!gone) return;
    await forgetTrouble(gone.email, tx);
    if (!gone.confirmedAt) return;
    await tx
      .update(newsletterIssues)
      .set({ leftCount: sql`${newsletterIssues.leftCount} + 1` })
      .where(
        sql`${newsletterIssues.id} = (SELECT id FROM newsletter_issues WHERE started_at IS NOT NULL ORDER BY started_at DESC LIMIT 1)`,
      );
  });
}
