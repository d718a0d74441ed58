import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { testimonials, threads } from "@/db/schema";
import { openOwn } from "./seal";

/** The ids under which a member stands here: their own, and those of the names they told under. */
export async function ownNames(tx: Transaction, memberId: number): Promise<number[]> {
  await openOwn(tx, memberId);
  const rows = await tx
    .selectDistinct({ id: threads.authorId })
    .from(testimonials)
    .innerJoin(threads, eq(threads.id, testimonials.threadId));
  return [...new Set([memberId, ...rows.map(({ id }) => id)])];
}
