import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { accounts, followUps, members, techniques, testimonials, threads } from "@/db/schema";
import { env } from "@/lib/platform/env";
import { sendMail } from "@/lib/platform/mail";
import type { JobPayloads } from "@/lib/platform/queue";
import { unsubscribeAddress } from "@/lib/platform/unsubscribe";
import { followUpMail } from "./follow-up-mail";
import { whoTold } from "./queries-teller";
import { remindersList } from "./schema";
import { openOwn } from "./seal";

type Payload = JobPayloads["remind_of_follow_up"];

/** Asks by mail how it is now, if its author wants that, it still stands, and nothing was told yet. */
export async function remindOfFollowUp({ threadId, after }: Payload): Promise<void> {
  const memberId = await whoTold(threadId);
  if (memberId === null || !(await isWanted(memberId, { threadId, after }))) return;
  const [person] = await db
    .select({ email: accounts.email, name: accounts.name, handle: members.handle, technique: techniques.name })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .innerJoin(threads, eq(threads.id, threadId))
    .innerJoin(techniques, eq(techniques.id, threads.techniqueId))
    .where(eq(members.id, memberId));
  if (!person) return;
  const href = new URL(`/me/testimonials/${threadId}/follow-up?after=${after}`, env().APP_URL).href;
  const stop = unsubscribeAddress({ list: remindersList, id: threadId });
  const mail = await followUpMail({ ...person, after, href, stop });
  const to = { name: person.name, address: person.email };
  const unsubscribe = { list: remindersList, href: stop };
  await sendMail({ to, unsubscribe, ...mail }, `follow-up-${threadId}-${after}`);
}

async function isWanted(memberId: number, { threadId, after }: Payload): Promise<boolean> {
  return db.transaction(async (tx) => {
    await openOwn(tx, memberId);
    const [found] = await tx
      .select({ remind: testimonials.remind, told: followUps.id })
      .from(testimonials)
      .leftJoin(followUps, and(eq(followUps.threadId, testimonials.threadId), eq(followUps.after, after)))
      .where(eq(testimonials.threadId, threadId));
    return found?.remind === "mail" && found.told === null;
  });
}
