import { desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { appeals, decisions, memberNotes, members, restrictions, statements } from "@/db/schema";
import type { Role } from "@/lib/platform/actor";
import type { DecisionKind, RestrictionKind, Rule } from "./schema";

/** What a member was told, with what became of their objection. */
export type EarlierStatement = {
  id: number;
  caseId: number;
  kind: DecisionKind;
  lifts: DecisionKind | null;
  rule: Rule;
  facts: string;
  automated: boolean;
  createdAt: Date;
  endsAt: Date | null;
  overturned: boolean;
  /** `waiting` until somebody has decided it; null where nobody objected. */
  appeal: "waiting" | "upheld" | "refused" | null;
};

export type Note = { id: number; by: string; body: string; createdAt: Date };

export type RestrictionLine = {
  id: number;
  kind: RestrictionKind;
  caseId: number;
  startsAt: Date;
  endsAt: Date | null;
  liftedAt: Date | null;
  inForce: boolean;
};

/** What moderators know of an author besides the case. Of a persona it is only what the persona has told. */
export type AuthorStanding = {
  id: number;
  handle: string;
  role: Role;
  credential: string | null;
  joinedAt: Date;
  /** The account is deleted. */
  gone: boolean;
  persona: boolean;
  threads: number;
  comments: number;
  /** How many statements they were sent. */
  decisions: number;
  /** Reminders, warnings and what came after them, as far as they stand. */
  penalties: number;
  statements: EarlierStatement[];
  inForce: RestrictionLine[];
  notes: Note[];
};

const shownHere = { statements: 20, notes: 3 };

/** An author's standing in short, beside a case; null for a number that is nobody's. */
export async function getAuthorStanding(memberId: number): Promise<AuthorStanding | null> {
  const [[row], earlier, inForce, notes] = await Promise.all([
    countsOf(memberId),
    listStatementsOf(memberId, shownHere.statements),
    listRestrictions(memberId, "in force"),
    listNotes(memberId, shownHere.notes),
  ]);
  return row ? { ...row, statements: earlier, inForce, notes } : null;
}

function countsOf(memberId: number) {
  return db
    .select({
      id: members.id,
      handle: members.handle,
      role: members.role,
      credential: members.credential,
      joinedAt: members.joinedAt,
      gone: sql<boolean>`${members.accountId} IS NULL AND ${members.kind} = 'member'`,
      persona: sql<boolean>`${members.kind} = 'persona'`,
      threads: sql<number>`(SELECT count(*)::int FROM threads t WHERE t.author_id = ${memberId})`,
      comments: sql<number>`(SELECT count(*)::int FROM comments c WHERE c.author_id = ${memberId})`,
      decisions: sql<number>`(SELECT count(*)::int FROM statements s WHERE s.member_id = ${memberId})`,
      penalties: sql<number>`(SELECT count(*)::int FROM statements s JOIN decisions d ON d.id = s.decision_id
        WHERE s.member_id = ${memberId} AND d.overturned_at IS NULL
          AND s.kind IN ('remind', 'warn', 'silence', 'suspend', 'ban'))`,
    })
    .from(members)
    .where(eq(members.id, memberId));
}

/** The newest first. */
export async function listStatementsOf(memberId: number, most: number): Promise<EarlierStatement[]> {
  return db
    .select({
      id: statements.id,
      caseId: decisions.caseId,
      kind: statements.kind,
      lifts: decisions.lifts,
      rule: statements.rule,
      facts: statements.facts,
      automated: statements.automated,
      createdAt: statements.createdAt,
      endsAt: statements.endsAt,
      overturned: sql<boolean>`${decisions.overturnedAt} IS NOT NULL`,
      appeal: sql<EarlierStatement["appeal"]>`CASE WHEN ${appeals.id} IS NOT NULL
        THEN coalesce(${appeals.outcome}::text, 'waiting') END`,
    })
    .from(statements)
    .innerJoin(decisions, eq(decisions.id, statements.decisionId))
    .leftJoin(appeals, eq(appeals.statementId, statements.id))
    .where(eq(statements.memberId, memberId))
    .orderBy(desc(statements.createdAt))
    .limit(most);
}

const standing = sql<boolean>`${restrictions.liftedAt} IS NULL AND (${restrictions.endsAt} IS NULL OR ${restrictions.endsAt} > now())`;

/** What a member may not do, or could not do for a time; the newest first. */
export async function listRestrictions(memberId: number, which: "in force" | "all"): Promise<RestrictionLine[]> {
  const { id, kind, startsAt, endsAt, liftedAt } = restrictions;
  return db
    .select({ id, kind, caseId: decisions.caseId, startsAt, endsAt, liftedAt, inForce: standing })
    .from(restrictions)
    .innerJoin(decisions, eq(decisions.id, restrictions.decisionId))
    .where(sql`${restrictions.memberId} = ${memberId} ${which === "all" ? sql`` : sql`AND ${standing}`}`)
    .orderBy(desc(restrictions.startsAt))
    .limit(50);
}

const writer = alias(members, "writer");

/** What moderators noted about a member, the newest first. */
export async function listNotes(memberId: number, most: number): Promise<Note[]> {
  const { id, body, createdAt } = memberNotes;
  return db
    .select({ id, by: writer.handle, body, createdAt })
    .from(memberNotes)
    .innerJoin(writer, eq(writer.id, memberNotes.authorId))
    .where(eq(memberNotes.memberId, memberId))
    .orderBy(desc(memberNotes.createdAt))
    .limit(most);
}
