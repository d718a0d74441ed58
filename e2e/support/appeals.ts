import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { reports } from "@/db/schema";
import { appealTo, answer, decidedOn } from "@/lib/testing/appealed";
import { aMember, type Member } from "@/lib/testing/factories";
import { aQuestion } from "./things";

/** A report that was left as it is, as its reporter sees it. */
export async function keptReport(reporter: Member): Promise<{ path: string; title: string; caseId: number }> {
  const thread = await aQuestion();
  const { caseId } = await decidedOn({ thread, reporter }, { measure: "keep", rule: "none" });
  const [report] = await db.select().from(reports).where(eq(reports.caseId, caseId));
  return { path: `/me/reports/${report?.id}/appeal`, title: thread.title, caseId };
}

/** A member's pages about what they can object to, and what they objected to. */
export async function objectionAddresses(member: Member): Promise<string[]> {
  const { path } = await keptReport(member);
  const open = await decidedOn({ thread: await aQuestion({ author: member }) });
  const answered = await decidedOn({ thread: await aQuestion({ author: member }) });
  await appealTo(member, open.statement);
  await answer(await appealTo(member, answered.statement), "upheld");
  return [path, `/me/statements/${open.statement?.id}`, `/me/statements/${answered.statement?.id}`];
}

/** The staff's pages about appeals: an open one, and one that was answered. */
export async function appealAddresses(): Promise<string[]> {
  const [author, other] = [await aMember(), await aMember()];
  const thread = await aQuestion({ author, body: "My doctor, Dr Weiss, said that it was the neck." });
  const redacted = await decidedOn({ thread }, { measure: "redact", passage: "Dr Weiss", rule: "privacy" });
  const hidden = await decidedOn({ thread: await aQuestion({ author: other }) });
  const open = await appealTo(author, redacted.statement);
  const answered = await appealTo(other, hidden.statement);
  await answer(answered, "refused");
  return ["/staff/appeals", `/staff/appeals/${open}`, `/staff/appeals/${answered}`];
}
