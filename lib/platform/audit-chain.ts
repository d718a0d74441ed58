import { createHmac } from "node:crypto";
import { and, asc, gt, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { auditLog } from "@/db/schema";
import { keyFor } from "./keys";

/** A line to be read for its code. The driver would take a text in `detail` apart a second time, so we do it once. */
export const lineColumns = {
  id: auditLog.id,
  actorId: auditLog.actorId,
  act: auditLog.act,
  subject: auditLog.subject,
  detail: sql<unknown>`${auditLog.detail}::text`.mapWith((text: string): unknown => JSON.parse(text)),
  createdAt: auditLog.createdAt,
};

type Said = { actorId: number; act: string; subject: string; detail: unknown; createdAt: Date };

const key = () => keyFor("staff-log");

/**
 * The code of a line: HMAC-SHA-256 over the line and the code of the line before, base64url. The keys of `detail` are
 * sorted, because jsonb keeps them in an order of its own.
 */
export function macOf({ seq, ...line }: Said & { seq: number }, previous: string): string {
  return createHmac("sha256", key())
    .update(JSON.stringify([seq, previous, ...partsOf(line)]))
    .digest("base64url");
}

const batch = 1000;

/** What the first line of the chain has for a previous code: one over all lines from before the chain, by their ids. */
export async function macOfLinesBefore(tx: Transaction): Promise<string> {
  const mac = createHmac("sha256", key()).update("before the chain");
  for (let last: number | null = null; ;) {
    const lines: (Said & { id: number })[] = await tx
      .select(lineColumns)
      .from(auditLog)
      .where(and(isNull(auditLog.seq), last === null ? undefined : gt(auditLog.id, last)))
      .orderBy(asc(auditLog.id))
      .limit(batch);
    for (const { id, ...line } of lines) mac.update(`\n${JSON.stringify([id, ...partsOf(line)])}`);
    last = lines.at(-1)?.id ?? null;
    if (lines.length < batch) return mac.digest("base64url");
  }
}

function partsOf({ actorId, act, subject, detail, createdAt }: Said): unknown[] {
  return [actorId, act, subject, inOrder(detail), createdAt];
}

function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
