import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { follows, members, techniques, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/errors";
import { takeTurn } from "@/lib/platform/rate-limit";
import type { Subject } from "./schema";
import { subjectColumns } from "./subject";

/** Follows a technique, a thread or a member. Following twice is following once. */
export async function follow(actor: Actor, subject: Subject): Promise<void> {
  if (subject.kind === "member" && subject.id === actor.memberId) throw new Refusal("follow_self");
  await db.transaction(async (tx) => {
    if (actor.paced) await takeTurn(tx, [{ key: `follow:${actor.memberId}`, max: 200, windowSeconds: 86_400 }]);
    if (!(await stillThere(tx, subject))) throw new Refusal("not_found");
    await tx
      .insert(follows)
      .values({ followerId: actor.memberId, ...subjectColumns(subject) })
      .onConflictDoNothing();
  });
}

/** A member may read every visible thread, so being visible is enough. */
async function stillThere(tx: Transaction, { kind, id }: Subject): Promise<boolean> {
  if (kind === "thread") {
    const [thread] = await tx.select({ visible: threads.visible }).from(threads).where(eq(threads.id, id));
    return thread?.visible ?? false;
  }
  const table = kind === "technique" ? techniques : members;
  const rows = await tx.select({ id: table.id }).from(table).where(eq(table.id, id));
  return rows.length > 0;
}
