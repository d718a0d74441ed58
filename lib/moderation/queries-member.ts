import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { cases, comments, members, reports, threads } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import type { Addressed } from "@/lib/platform/urls";
import { withdrawnTitle } from "./labels";
import { canChangeRole, canNote, canOpenCase } from "./policy";
import { listCasesOf, type PastCase } from "./queries-alike";
import {
  getAuthorStanding,
  listNotes,
  listRestrictions,
  listStatementsOf,
  type RestrictionLine,
  type AuthorStanding,
} from "./queries-author";
import type { ReportReason } from "./schema";

export { noteRead } from "./note-read";

/** Something that a member wrote under their own handle. */
export type Contribution = {
  thread: Addressed;
  /** Null for the thread itself. */
  position: number | null;
  title: string;
  at: Date;
  state: "shown" | "held" | "hidden" | "removed" | "withdrawn";
};

type ReportMade = {
  id: number;
  caseId: number;
  reason: ReportReason;
  createdAt: Date;
  /** Null while nobody has decided; false where it was left as it is. */
  right: boolean | null;
};

export type MemberRecord = AuthorStanding & {
  contributions: Contribution[];
  restrictions: RestrictionLine[];
  cases: PastCase[];
  reports: { decided: number; right: number; newest: ReportMade[] };
  viewerCan: { note: boolean; openCase: boolean; changeRole: boolean };
};

const most = { contributions: 10, statements: 50, cases: 25, reports: 20, notes: 50 };

/** Everything that moderators know about a member. Null for a persona, which leads to nobody. */
export async function getMemberRecord(actor: Actor, handle: string): Promise<MemberRecord | null> {
  const [member] = await db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.handle, handle), eq(members.kind, "member")));
  const standing = member && (await getAuthorStanding(member.id));
  if (!standing) return null;
  const { id } = standing;
  const [contributions, statements, restrictions, ofAuthor, made, notes] = await Promise.all([
    listContributions(id),
    listStatementsOf(id, most.statements),
    listRestrictions(id, "all"),
    listCasesOf(id, { most: most.cases }),
    getReportsOf(id),
    listNotes(id, most.notes),
  ]);
  const viewerCan = {
    note: canNote(actor, id).allowed,
    openCase: canOpenCase(actor, { own: actor.memberId === id }).allowed,
    changeRole: canChangeRole(actor, id).allowed && !standing.gone,
  };
  return { ...standing, contributions, statements, restrictions, cases: ofAuthor, reports: made, notes, viewerCan };
}

/** Words that are hard to read are not named outside of their case. */
function titleUnless(distressing: ReturnType<typeof sql>, takenBack: ReturnType<typeof sql>) {
  return sql<string>`CASE WHEN ${takenBack} THEN ${withdrawnTitle} WHEN EXISTS (${distressing}) THEN ''
    ELSE ${threads.title} END`;
}

const stateOf = (table: typeof threads | typeof comments) =>
  sql<Contribution["state"]>`CASE WHEN ${table.withdrawnAt} IS NOT NULL THEN 'withdrawn'
    WHEN ${table.removedAt} IS NOT NULL THEN 'removed' WHEN ${table.hiddenAt} IS NOT NULL THEN 'hidden'
    WHEN ${table.heldAt} IS NOT NULL THEN 'held' ELSE 'shown' END`;

const address = { id: threads.id, kind: threads.kind, slug: threads.slug };

/** Also what is hidden, and what they took back, without its words. */
async function listContributions(memberId: number): Promise<Contribution[]> {
  const worry = sql`SELECT FROM cases c WHERE c.thread_id = ${threads.id} AND c.comment_id IS NULL AND c.distressing`;
  const [started, said] = await Promise.all([
    db
      .select({
        thread: address,
        position: sql<null>`NULL`,
        title: titleUnless(worry, sql`${threads.withdrawnAt} IS NOT NULL`),
        at: threads.publishedAt,
        state: stateOf(threads),
      })
      .from(threads)
      .where(eq(threads.authorId, memberId))
      .orderBy(desc(threads.publishedAt), desc(threads.id))
      .limit(most.contributions),
    db
      .select({
        thread: address,
        position: comments.position,
        title: titleUnless(worry, sql`${threads.withdrawnAt} IS NOT NULL`),
        at: comments.createdAt,
        state: stateOf(comments),
      })
      .from(comments)
      .innerJoin(threads, eq(threads.id, comments.threadId))
      .where(eq(comments.authorId, memberId))
      .orderBy(desc(comments.createdAt), desc(comments.id))
      .limit(most.contributions),
  ]);
  return [...started, ...said].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, most.contributions);
}

const decided = sql`EXISTS (SELECT FROM decisions d WHERE d.case_id = ${cases.id} AND d.kind <> 'keep'
  AND d.overturned_at IS NULL)`;
const right = sql<boolean | null>`CASE WHEN ${cases.closedAt} IS NOT NULL THEN ${decided} END`;

/** What they reported, and how often something was done about it, of the last hundred. */
async function getReportsOf(memberId: number): Promise<MemberRecord["reports"]> {
  const rows: ReportMade[] = await db
    .select({ id: reports.id, caseId: cases.id, reason: reports.reason, createdAt: reports.createdAt, right })
    .from(reports)
    .innerJoin(cases, eq(cases.id, reports.caseId))
    .where(eq(reports.reporterId, memberId))
    .orderBy(desc(reports.createdAt))
    .limit(100);
  return {
    decided: rows.filter((row) => row.right !== null).length,
    right: rows.filter((row) => row.right === true).length,
    newest: rows.slice(0, most.reports),
  };
}
