import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { newsletterSubscribers } from "@/db/schema";
import { normalEmail } from "@/lib/members/email";
import { Refusal } from "@/lib/platform/errors";
import { addJob } from "@/lib/platform/queue";
import { takeTurn } from "@/lib/platform/rate-limit";
import { subscribeLimits } from "./limits";

/**
 * Mails a link to confirm to an address, whether or not it is on the list: the answer tells nobody which. Nothing else
 * is sent there before somebody with that mailbox has pressed the button.
 */
export async function subscribe(input: { email: string; network: string }): Promise<void> {
  const email = normalEmail(input.email);
  if (!email) throw new Refusal("email_wrong", {}, "email");
  await db.transaction(async (tx) => {
    await takeTurn(tx, subscribeLimits(email, input.network));
    const [subscriber] = await tx
      .insert(newsletterSubscribers)
      .values({ email })
      .onConflictDoUpdate({ target: newsletterSubscribers.email, set: { requestedAt: sql`now()` } })
      .returning({ id: newsletterSubscribers.id });
    if (!subscriber) throw new Error("the subscriber was not made");
    await addJob(tx, "send_newsletter_confirmation", { subscriberId: subscriber.id });
  });
}
