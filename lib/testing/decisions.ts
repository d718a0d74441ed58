import { db } from "@/db/client";
import { appeals, cases, decisions, reports, restrictions, statements } from "@/db/schema";
import { aMember, aThread, hoursAgo, type Member } from "./factories";

type Case = typeof cases.$inferInsert;
type Decision = typeof decisions.$inferInsert;

type GivenDecision = Partial<Omit<Decision, "id">> & {
  /** Whose words or profile it is about; somebody without this. */
  author?: { id: number };
  thread?: { id: number; authorId: number };
  about?: Partial<Omit<Case, "id">>;
  /** Whether the author was told; what is kept and spam are not. */
  stated?: boolean;
};

/** A decision by a moderator, an hour ago, on a case of its own that somebody had reported two hours ago. */
export async function aDecision({ author, thread: given, about, stated, ...decision }: GivenDecision = {}) {
  const thread = given ?? (await aThread({ authorId: (author ?? (await aMember())).id }));
  const { kind = "hide", rule = "kindness", legalGround = null, createdAt = hoursAgo(1) } = decision;
  const told = stated ?? (kind !== "keep" && rule !== "spam");
  const moderatorId =
    decision.moderatorId === undefined ? (await aMember({ role: "moderator" })).id : decision.moderatorId;
  const due = { dueAt: hoursAgo(-46), queueAt: hoursAgo(-46) };
  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(cases)
      .values({
        threadId: thread.id,
        authorId: thread.authorId,
        reason: "other",
        openedAt: hoursAgo(2),
        closedAt: createdAt,
        ...due,
        ...about,
      })
      .returning();
    const caseId = decision.caseId ?? made?.id ?? 0;
    const reason = "It was unkind.";
    const [row] = await tx
      .insert(decisions)
      .values({ kind, rule, reason, createdAt, ...decision, moderatorId, legalGround, caseId })
      .returning();
    if (!row) throw new Error("the decision was not made");
    if (!told) return { ...row, statementId: null, authorId: thread.authorId };
    const said = { kind, rule, legalGround, scope: "text", facts: reason, source: about?.origin ?? "report" } as const;
    const automated = moderatorId === null;
    const [statement] = await tx
      .insert(statements)
      .values({ decisionId: row.id, memberId: thread.authorId, ...said, automated, endsAt: row.endsAt, createdAt })
      .returning();
    return { ...row, statementId: statement?.id ?? null, authorId: thread.authorId };
  });
}

type GivenRestriction = Partial<Omit<typeof restrictions.$inferInsert, "decisionId">> & {
  member: { id: number };
  decision?: Awaited<ReturnType<typeof aDecision>>;
};

/** A restriction with its decision and its statement, in force for a day more unless given otherwise. */
export async function aRestriction({ member, kind = "silence", endsAt, decision: made, ...given }: GivenRestriction) {
  const end = kind === "ban" ? null : (endsAt ?? hoursAgo(-24));
  const decision = made ?? (await aDecision({ author: member, kind, endsAt: end }));
  const values = { memberId: member.id, kind, decisionId: decision.id, endsAt: end, ...given };
  const [row] = await db.insert(restrictions).values(values).returning();
  if (!row) throw new Error("the restriction was not made");
  return { ...row, decision };
}

type GivenAppeal = Partial<Omit<typeof appeals.$inferInsert, "decisionId">> & {
  decision: Awaited<ReturnType<typeof aDecision>>;
  /** Who appeals as a reporter; the author does without this. */
  reporter?: Member;
};

/** An appeal that nobody has decided, unless an outcome is given. */
export async function anAppeal({ decision, reporter, outcome, ...given }: GivenAppeal) {
  const decidedBy = (await aMember({ role: "moderator" })).id;
  const answered = outcome && { outcome, decidedBy, decidedAt: new Date(), answer: "We looked at it again." };
  const ground = reporter
    ? { reportId: await reportOf(decision.caseId, reporter), memberId: reporter.id }
    : { statementId: decision.statementId, memberId: decision.authorId };
  const values = { decisionId: decision.id, body: "I meant something else with it.", dueAt: hoursAgo(-100) };
  const [row] = await db
    .insert(appeals)
    .values({ ...values, ...ground, ...answered, ...given })
    .returning();
  if (!row) throw new Error("the appeal was not made");
  return row;
}

async function reportOf(caseId: number, { id: reporterId }: Member): Promise<number> {
  const [report] = await db.insert(reports).values({ caseId, reporterId, reason: "other" }).returning();
  return report?.id ?? 0;
}
