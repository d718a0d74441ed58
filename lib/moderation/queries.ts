import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { cases, comments, decisions, statements, threads } from "@/db/schema";
import type { Addressed } from "@/lib/platform/urls";
import { ownNames } from "@/lib/testimonials/own-names";
import { withdrawnTitle } from "./labels";
import type { CaseOrigin, DecisionKind, Rule, Scope } from "./schema";

export { noteStatementOpened } from "./note-statement-opened";

/** What a thread is called as long as its author has not taken it back; a profile by its handle. */
export const titleShown = sql<string>`CASE WHEN ${threads.id} IS NULL THEN 'Profile of ' || (SELECT handle FROM members WHERE id = ${cases.memberId})
  WHEN ${threads.withdrawnAt} IS NULL THEN ${threads.title} ELSE ${withdrawnTitle} END`;

export type Statement = {
  id: number;
  createdAt: Date;
  seen: boolean;
  kind: DecisionKind;
  lifts: DecisionKind | null;
  scope: Scope;
  endsAt: Date | null;
  rule: Rule;
  legalGround: string | null;
  facts: string;
  source: CaseOrigin;
  automated: boolean;
  appealUntil: Date;
  /** An appeal or an undo took the decision back. */
  overturnedAt: Date | null;
  /** Null where a profile was meant. */
  thread: (Addressed & { title: string }) | null;
  position: number | null;
  words: string;
};

const statementColumns = {
  id: statements.id,
  createdAt: statements.createdAt,
  seen: sql<boolean>`${statements.seenAt} IS NOT NULL`,
  kind: statements.kind,
  lifts: decisions.lifts,
  scope: statements.scope,
  endsAt: statements.endsAt,
  rule: statements.rule,
  legalGround: statements.legalGround,
  facts: statements.facts,
  source: statements.source,
  automated: statements.automated,
  appealUntil: statements.appealUntil,
  overturnedAt: decisions.overturnedAt,
  thread: {
    id: threads.id,
    kind: threads.kind,
    slug: threads.slug,
    title: sql<string>`CASE WHEN ${threads.withdrawnAt} IS NULL THEN ${threads.title} ELSE ${withdrawnTitle} END`,
  },
  position: comments.position,
  words: sql<string>`coalesce(${comments.body}, ${threads.excerpt}, (SELECT bio FROM members WHERE id = ${cases.memberId}), '')`,
};

const statementRows = () =>
  db
    .select(statementColumns)
    .from(statements)
    .innerJoin(decisions, eq(decisions.id, statements.decisionId))
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .leftJoin(threads, eq(threads.id, cases.threadId))
    .leftJoin(comments, eq(comments.id, cases.commentId));

/** What a member was told about their own words, under whichever name, the newest first. */
export async function listStatements(memberId: number): Promise<Statement[]> {
  const names = await db.transaction((tx) => ownNames(tx, memberId));
  return statementRows().where(inArray(statements.memberId, names)).orderBy(desc(statements.createdAt)).limit(100);
}

export async function getStatement(memberId: number, id: number): Promise<Statement | null> {
  const names = await db.transaction((tx) => ownNames(tx, memberId));
  const [row] = await statementRows().where(and(eq(statements.id, id), inArray(statements.memberId, names)));
  return row ?? null;
}
