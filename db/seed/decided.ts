import { eq } from "drizzle-orm";
import { db } from "../client";
import { appeals, cases, decisions, reports, statements } from "../schema";
import { decideAppeal } from "@/lib/moderation/decide-appeal";
import { decideCase } from "@/lib/moderation/decide-case";
import { submitAppeal } from "@/lib/moderation/submit-appeal";
import type { Actor } from "@/lib/platform/actor";
import { readDecided, type SampleDecided } from "./files";
import type { People } from "./people";
import { openCase } from "./reports";

/** Decided by the same verbs as everything else, so that statements, the log and the figures come from them. */
export async function fillDecided(now: number, people: People, byKey: Map<string, number>): Promise<void> {
  for (const sample of readDecided()) {
    const opened = await db.transaction((tx) => openCase(tx, now, people, byKey, [sample]));
    const { measure = "keep", penalty, rule, reason, by } = sample.decided;
    await decideCase(moderator(people, by), { case: opened.id, version: opened.version, measure, penalty, rule, reason });
    if (sample.objection) await object(people, sample.objection, opened.id);
  }
}

async function object(people: People, { of, body, answered }: NonNullable<SampleDecided["objection"]>, caseId: number) {
  const [told] = await db
    .select({ author: cases.authorId, reporter: reports.reporterId, report: reports.id, statement: statements.id })
    .from(cases)
    .innerJoin(reports, eq(reports.caseId, cases.id))
    .innerJoin(decisions, eq(decisions.caseId, cases.id))
    .leftJoin(statements, eq(statements.decisionId, decisions.id))
    .where(eq(cases.id, caseId));
  if (!told) throw new Error(`case ${caseId} has no report`);
  const memberId = of === "author" ? told.author : told.reporter;
  const ground = of === "author" ? { statement: told.statement ?? 0 } : { report: told.report };
  const { id } = await submitAppeal(actorOf(memberId), ground, body);
  if (!answered) return;
  const [{ version } = { version: 1 }] = await db.select().from(appeals).where(eq(appeals.id, id));
  const { outcome, answer } = answered;
  await decideAppeal(moderator(people, answered.by), { appeal: id, version, outcome, answer });
}

const actorOf = (memberId: number, role: Actor["role"] = "member"): Actor => ({
  ...{ memberId, handle: "", role, newcomer: false, paced: false },
});

function moderator(people: People, handle: string): Actor {
  const person = people.get(handle);
  if (!person) throw new Error(`no member ${handle}`);
  return actorOf(person.id, "moderator");
}
