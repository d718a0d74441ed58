import { and, eq, sql } from "drizzle-orm";
import { db, type Connection } from "@/db/client";
import { auditLog } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";

/** Whoever goes back and forth between pages reads once. */
const againMinutes = 10;

/**
 * Writes down that somebody of the staff has opened a case, a member's record or an appeal. Opening the page is the act, so the
 * query modules offer it.
 */
export async function noteRead({ memberId }: Actor, kind: "case" | "member" | "appeal", id: number): Promise<void> {
  const entry = { actorId: memberId, act: `${kind}_read`, subject: `${kind}:${id}` };
  if (await isNoted(db, entry)) return;
  await db.transaction(async (tx) => {
    // Two windows that open at once are one reading.
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${entry.subject} ${memberId}`}, 0))`);
    if (!(await isNoted(tx, entry))) await audit(tx, entry);
  });
}

type Entry = { actorId: number; act: string; subject: string };

async function isNoted(on: Connection, { actorId, act, subject }: Entry): Promise<boolean> {
  const [line] = await on
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subject, subject),
        eq(auditLog.actorId, actorId),
        eq(auditLog.act, act),
        sql`${auditLog.createdAt} > now() - make_interval(mins => ${againMinutes})`,
      ),
    )
    .limit(1);
  return line !== undefined;
}
