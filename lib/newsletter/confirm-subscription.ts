import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { newsletterSubscribers } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import { readConfirmToken } from "./confirm-token";
import { confirmHours } from "./limits";

/** Puts an address on the list: whoever has the link has the mailbox. Doing it again changes nothing. */
export async function confirmSubscription(token: string): Promise<void> {
  const id = readConfirmToken(token);
  if (!id) throw new Refusal("link_broken");
  const { requestedAt, confirmedAt } = newsletterSubscribers;
  const inTime = sql`${requestedAt} > now() - make_interval(hours => ${confirmHours})`;
  const confirmed = await db
    .update(newsletterSubscribers)
    .set({ confirmedAt: sql`coalesce(${confirmedAt}, now())` })
    .where(and(eq(newsletterSubscribers.id, id), or(isNotNull(confirmedAt), inTime)))
    .returning({ id: newsletterSubscribers.id });
  if (confirmed.length === 0) throw new Refusal("link_over");
}
