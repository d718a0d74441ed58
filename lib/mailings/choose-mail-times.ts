import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/platform/actor";
import type { MailTimes } from "./schema";

/** Keeps when mails may come. The next digest moves to the new hour; what waits for quiet hours to end is looked at anew. */
export async function chooseMailTimes({ memberId }: Actor, times: MailTimes): Promise<void> {
  const { zone, quietFrom, quietTo, digest, day, hour, wholeText } = times;
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      UPDATE mail_settings SET time_zone = ${zone}, quiet_from = ${quietFrom}, quiet_to = ${quietTo}, digest = ${digest},
        digest_day = ${day}, digest_hour = ${hour}, whole_text = ${wholeText === "yes"}, digest_stopped_at = NULL,
        digest_due_at = next_digest(${digest}, ${day}, ${hour}, ${zone}, greatest(now(), paused_until))
      WHERE member_id = ${memberId}`);
    await tx.execute(sql`
      UPDATE notifications SET mail_after = now() WHERE member_id = ${memberId} AND read_at IS NULL AND mail_after IS NOT NULL`);
  });
}
