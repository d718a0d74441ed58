import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { appeals, cases, comments, decisions, threads } from "@/db/schema";
import { ownNames } from "@/lib/testimonials/own-names";
import { outcomeOf, scopeLabels } from "./labels";
import { listStatements, titleShown } from "./queries";

/** A statement, or the answer to an objection, that a member has not opened. */
export type Unseen = { words: string; title: string; position: number | null; href: string; at: Date };

/** What moderators wrote to a member and they have not opened, under whichever name, the newest first. */
export async function listUnseen(memberId: number): Promise<Unseen[]> {
  const [statements, answers] = await Promise.all([listStatements(memberId), listUnseenAnswers(memberId)]);
  const unseen = statements
    .filter(({ seen }) => !seen)
    .map((statement) => ({
      words: outcomeOf(statement),
      title: statement.thread?.title ?? scopeLabels[statement.scope],
      position: statement.position,
      href: `/me/statements/${statement.id}`,
      at: statement.createdAt,
    }));
  return [...unseen, ...answers].sort((one, other) => other.at.getTime() - one.at.getTime());
}

async function listUnseenAnswers(memberId: number): Promise<Unseen[]> {
  const names = await db.transaction((tx) => ownNames(tx, memberId));
  const rows = await db
    .select({
      statement: appeals.statementId,
      report: appeals.reportId,
      title: titleShown,
      position: comments.position,
      at: appeals.decidedAt,
    })
    .from(appeals)
    .innerJoin(decisions, eq(decisions.id, appeals.decisionId))
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .leftJoin(threads, eq(threads.id, cases.threadId))
    .leftJoin(comments, eq(comments.id, cases.commentId))
    .where(and(inArray(appeals.memberId, names), isNotNull(appeals.decidedAt), isNull(appeals.seenAt)))
    .orderBy(desc(appeals.decidedAt))
    .limit(100);
  return rows.map(({ statement, report, title, position, at }) => ({
    words: "Your objection was answered.",
    title,
    position,
    href: statement ? `/me/statements/${statement}` : `/me/reports/${report}/appeal`,
    at: at ?? new Date(0),
  }));
}
