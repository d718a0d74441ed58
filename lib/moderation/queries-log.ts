import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { auditLog, members } from "@/db/schema";
import { threadsPerPage, type Cursor } from "@/lib/platform/pagination";

export type LogRow = {
  id: number;
  /** Its number in the chain; null for a line from before there was one. */
  seq: number | null;
  actorId: number;
  actor: string | null;
  act: string;
  subject: string;
  /** The handle of the member whom it is about. */
  member: string | null;
  createdAt: Date;
};

/** Whose acts, and about what: `case` for all cases, `case:12` for one. */
export type LogFilter = { actor?: string; about?: string };

/** What staff did, the newest first. A handle that nobody has gives an empty list. */
export async function listLog(
  filter: LogFilter,
  before: Cursor | null,
): Promise<{ rows: LogRow[]; older: Cursor | null }> {
  const actorId = filter.actor ? await findActor(filter.actor) : null;
  if (filter.actor && !actorId) return { rows: [], older: null };
  const rows = await db
    .select({
      id: auditLog.id,
      seq: auditLog.seq,
      actorId: auditLog.actorId,
      actor: members.handle,
      act: auditLog.act,
      subject: auditLog.subject,
      member: sql<string | null>`(SELECT m.handle FROM members m WHERE m.id =
        CASE WHEN ${auditLog.subject} ~ '^member:\\d{1,15}$' THEN split_part(${auditLog.subject}, ':', 2)::bigint END)`,
      createdAt: auditLog.createdAt,
    })
    .from(auditLog)
    // A line stands also without somebody who is still a member.
    .leftJoin(members, eq(members.id, auditLog.actorId))
    .where(
      and(
        actorId ? eq(auditLog.actorId, actorId) : undefined,
        filter.about ? isAbout(filter.about) : undefined,
        before
          ? sql`(${auditLog.createdAt}, ${auditLog.id}) < (${before.at.toISOString()}::timestamptz, ${before.id})`
          : undefined,
      ),
    )
    .orderBy(desc(auditLog.createdAt), desc(auditLog.id))
    .limit(threadsPerPage + 1);
  const shown = rows.slice(0, threadsPerPage);
  const last = rows.length > threadsPerPage ? shown.at(-1) : undefined;
  return { rows: shown, older: last ? { at: last.createdAt, id: last.id } : null };
}

async function findActor(handle: string): Promise<number | null> {
  const [member] = await db.select({ id: members.id }).from(members).where(eq(members.handle, handle.toLowerCase()));
  return member?.id ?? null;
}

function isAbout(about: string) {
  return about.includes(":") ? eq(auditLog.subject, about) : sql`${auditLog.subject} LIKE ${`${about}:%`}`;
}
