import { closeDatabase, db } from "@/db/client";
import { verifyAudit, type AuditFault, type AuditReport, type FaultKind } from "@/lib/platform/verify-audit";

/** More of them say nothing more. */
const mostShown = 40;

const sentences: Record<FaultKind, (lines: string, fault: AuditFault) => string> = {
  changed: (lines, { from }) =>
    `${lines}: the code does not fit. What stands there was changed or put in` +
    (from === 1 ? ", or a line from before the chain was changed, put in or taken out." : "."),
  missing: (lines) => `${lines}: missing.`,
  extra: (lines) => `${lines}: one line too many with this number.`,
  moved: (lines) => `${lines}: not in the place in which it was written.`,
  end: (_lines, { to }) =>
    `The log ends at line ${to}, and that is not the end that was kept. Lines behind it may be missing.`,
  noted_missing: (lines) => `${lines}: you noted it, and it is not there any more.`,
  noted_other: (lines) => `${lines}: it has another code than you noted.`,
};

const [noted] = process.argv.slice(2);

try {
  const report = await db.transaction((tx) => verifyAudit(tx, readNoted(noted)), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
  say(wordsFor(report));
  if (report.faults.length > 0) process.exitCode = 1;
} catch (error) {
  say(explain(error));
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

function readNoted(given: string | undefined) {
  const [seq, mac] = given?.split(":") ?? [];
  return seq && mac ? { seq: Number(seq), mac } : undefined;
}

function wordsFor({ lines, faults, end }: AuditReport): string {
  const told = faults.slice(0, mostShown).map((fault) => `- ${sentences[fault.what](numbersOf(fault), fault)}`);
  if (faults.length > mostShown) told.push(`- and ${faults.length - mostShown} more.`);
  if (faults.some(({ what }) => what === "changed"))
    told.push("Lines from before a change of AUTH_SECRET only fit with the secret of that time.");
  const read = lines === 1 ? "1 line was read." : `${lines} lines were read.`;
  if (faults.length > 0) return [`The staff's log does not stand as it was written. ${read}`, ...told].join("\n");
  if (!end) return `The staff's log holds no line of the chain yet.`;
  return [
    `The staff's log stands as it was written. ${read}`,
    `Its last line, to be noted elsewhere: ${end.seq}:${end.mac}`,
    noted ? `The line that you noted, number ${noted.split(":")[0]}, still stands there.` : "",
  ]
    .join("\n")
    .trim();
}

function numbersOf({ from, to }: AuditFault): string {
  return from === to ? `Line ${from}` : `Lines ${from} to ${to}`;
}

function explain(error: unknown): string {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const code = (cause as { code?: string }).code ?? "";
  if (code === "42P01" || code === "42703")
    return "This database is from before the log was chained. Start the community once, then run the command again.";
  return `The log could not be read: ${cause instanceof Error ? cause.message || code : String(cause)}`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
