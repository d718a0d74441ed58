import { and, eq } from "drizzle-orm";
import type { Connection } from "@/db/client";
import { drafts } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";

/** Lets a draft of one's own go, in the transaction that posts its words. Somebody else's stays. */
export async function dropDraft(tx: Connection, { memberId }: Actor, id: number | undefined): Promise<void> {
  if (id !== undefined) await tx.delete(drafts).where(and(eq(drafts.id, id), eq(drafts.memberId, memberId)));
}
