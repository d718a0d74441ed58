import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { recordEvent } from "@/lib/platform/events";
import type { LockedSubject } from "./locked-case";
import { changeThread, changeWords } from "./write-state";

const now = sql<Date>`now()`;

/**
 * Lets words appear that waited, at the time at which people can read them; does nothing for others. The caller holds
 * the locks.
 */
export async function letAppear(tx: Transaction, about: LockedSubject): Promise<void> {
  const { thread, comment } = about;
  if (!thread || !(comment ?? thread).heldAt) return;
  await changeWords(tx, about, { heldAt: null });
  await changeThread(tx, thread.id, { lastActivityAt: now, ...(comment ? {} : { publishedAt: now }) });
  const detail = { position: comment?.position ?? 0 };
  await recordEvent(tx, { kind: "words_appeared", actorId: about.author.id, threadId: thread.id, detail }, []);
}
