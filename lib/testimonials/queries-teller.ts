import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { personas, threads } from "@/db/schema";
import { openPersona } from "./seal";

/** The author of a testimonial that stands, or the member behind a persona; null where there is nobody. */
export async function whoTold(threadId: number): Promise<number | null> {
  const [found] = await db
    .select({ authorId: threads.authorId, envelope: personas.envelope })
    .from(threads)
    .leftJoin(personas, eq(personas.memberId, threads.authorId))
    .where(and(eq(threads.id, threadId), isNull(threads.withdrawnAt), isNull(threads.removedAt)));
  if (!found) return null;
  return found.envelope ? openPersona(found.envelope) : found.authorId;
}
