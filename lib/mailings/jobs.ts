import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { addJob, type JobPayloads } from "@/lib/platform/queue";
import { digestsPerJob, resumeMinutes } from "./limits";
import { sendMailing as send } from "./send-mailing";
import { writeDigest } from "./write-digest";

export { gatherMailings } from "./gather-mailings";

export async function sendMailing({ mailingId }: JobPayloads["send_mailing"]): Promise<void> {
  await send(mailingId);
}

/** Writes the digests that are due, some at a time. */
export async function writeDigests(): Promise<void> {
  const due = await db.execute<{ member_id: string }>(sql`
    SELECT member_id FROM mail_settings WHERE digest_due_at <= now() ORDER BY digest_due_at LIMIT ${digestsPerJob}`);
  for (const { member_id: memberId } of due) await writeDigest(Number(memberId));
  if (due.length === digestsPerJob)
    await db.transaction((tx) => addJob(tx, "write_digests", {}, { jobKey: "write_digests" }));
}

/** Takes up again what did not go: a worker was killed, or the mail server was away for long. */
export async function resumeMailings(): Promise<void> {
  await db.transaction(async (tx) => {
    const open = await tx.execute<{ id: string }>(sql`
      SELECT id FROM mailings WHERE sent_at IS NULL AND dropped_at IS NULL
        AND created_at < now() - make_interval(mins => ${resumeMinutes}) ORDER BY created_at LIMIT 1000`);
    for (const { id } of open) await addJob(tx, "send_mailing", { mailingId: Number(id) }, { jobKey: `mailing-${id}` });
  });
}
