import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { auditHead, auditLog } from "@/db/schema";
import { lineColumns, macOf, macOfLinesBefore } from "./audit-chain";

/** What can be wrong with a line, or with a row of lines that follow each other. */
export type FaultKind = "changed" | "missing" | "extra" | "moved" | "end" | "noted_missing" | "noted_other";

/** A fault of the lines `from` to `to`. */
export type AuditFault = { what: FaultKind; from: number; to: number };

/** The number and the code of a line, as the log's end is written down. */
export type NotedLine = { seq: number; mac: string };

export type AuditReport = { lines: number; faults: AuditFault[]; end: NotedLine | null };

/**
 * Reads the staff's log from its first line to its last and checks the code of each; `audit` says what that detects.
 * @param tx sees one moment: a transaction with repeatable read, or one that nobody writes beside
 * @param noted a line that was written down elsewhere, to check that it still stands there
 */
export async function verifyAudit(tx: Transaction, noted?: NotedLine): Promise<AuditReport> {
  const faults: AuditFault[] = [];
  const before = await macOfLinesBefore(tx);
  let lines = 0;
  let last: Line | null = null;
  for await (const line of linesOf(tx)) {
    for (const fault of faultsOf(line, last, before)) add(faults, fault);
    lines += 1;
    if (line.seq > (last?.seq ?? 0)) last = line;
  }
  const end: NotedLine | null = last && { seq: last.seq, mac: last.mac };
  for (const fault of await faultsOfEnd(tx, end)) add(faults, fault);
  if (noted) for (const fault of await faultsOfNoted(tx, noted)) add(faults, fault);
  return { lines, faults, end };
}

type Line = NotedLine & { id: number; actorId: number; act: string; subject: string; detail: unknown; createdAt: Date };

const batch = 1000;

/** By number, and by id: whoever may do everything to the table can give two lines one number. */
async function* linesOf(tx: Transaction): AsyncGenerator<Line> {
  for (let last: Line | undefined; ;) {
    const later = last && sql`(${auditLog.seq}, ${auditLog.id}) > (${last.seq}, ${last.id})`;
    const rows = await tx
      .select({ ...lineColumns, seq: sql<number>`${auditLog.seq}`.mapWith(Number), mac: auditLog.mac })
      .from(auditLog)
      .where(and(isNotNull(auditLog.seq), later))
      .orderBy(asc(auditLog.seq), asc(auditLog.id))
      .limit(batch);
    const lines: Line[] = rows.map((row) => ({ ...row, mac: row.mac ?? "" }));
    yield* lines;
    last = lines.at(-1);
    if (lines.length < batch) return;
  }
}

/** The code is made with the one that stands in the line before, so a fault of one line is no fault of those behind it. */
function faultsOf(line: Line, last: Line | null, before: string): AuditFault[] {
  const one = (what: FaultKind): AuditFault => ({ what, from: line.seq, to: line.seq });
  const expected = (last?.seq ?? 0) + 1;
  if (line.seq < expected) return [one("extra")];
  const faults: AuditFault[] = [];
  if (line.seq > expected) faults.push({ what: "missing", from: expected, to: line.seq - 1 });
  else if (line.mac !== macOf(line, last?.mac ?? before)) faults.push(one("changed"));
  if (last && line.id < last.id) faults.push(one("moved"));
  return faults;
}

async function faultsOfEnd(tx: Transaction, end: NotedLine | null): Promise<AuditFault[]> {
  const [head] = await tx.select({ seq: auditHead.seq, mac: auditHead.mac }).from(auditHead);
  const { seq, mac } = end ?? { seq: 0, mac: "" };
  return head?.seq === seq && head.mac === mac ? [] : [{ what: "end", from: seq, to: seq }];
}

async function faultsOfNoted(tx: Transaction, { seq, mac }: NotedLine): Promise<AuditFault[]> {
  const [line] = await tx.select({ mac: auditLog.mac }).from(auditLog).where(eq(auditLog.seq, seq));
  if (line?.mac === mac) return [];
  return [{ what: line ? "noted_other" : "noted_missing", from: seq, to: seq }];
}

/** Lines with the same fault that follow each other are one fault. */
function add(faults: AuditFault[], fault: AuditFault): void {
  const same = faults.findLast(({ what }) => what === fault.what);
  if (same && same.to + 1 === fault.from) same.to = fault.to;
  else faults.push(fault);
}
