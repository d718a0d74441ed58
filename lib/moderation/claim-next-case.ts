import { and, asc, eq, inArray, isNull, notInArray, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { cases } from "@/db/schema";
import { isStaff, type Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";
import { ownNames } from "@/lib/testimonials/own-names";
import { claimMinutes } from "./limits";
import { getExposure } from "./queries-queue";
import { reasonsOfGroup, type QueueGroup } from "./schema";

type Wish = {
  /** One group of the queue; all of it without this. */
  show?: QueueGroup;
  /** Cases that somebody wants to leave to others for now. Their own claims on these end. */
  passed?: number[];
};

/**
 * Claims the first case of the queue that nobody else looks at and that this moderator may decide (`canDecide`, as SQL).
 * After several distressing cases in a shift none comes by itself. Two at once get two cases.
 * @returns its id; null when nothing waits for them
 */
export async function claimNextCase(actor: Actor, { show, passed = [] }: Wish): Promise<number | null> {
  if (!isStaff(actor)) throw new Refusal("not_allowed");
  return db.transaction(async (tx) => {
    const released = await release(tx, actor.memberId, passed);
    const next = await findNext(tx, actor, { show, passed });
    if (next) await claim(tx, actor.memberId, next.id);
    const line = (act: string, id: number) => ({ actorId: actor.memberId, act, subject: `case:${id}` });
    for (const { id } of released) await audit(tx, line("case_release", id));
    if (next && !next.own) await audit(tx, line("case_claim", next.id));
    return next?.id ?? null;
  });
}

async function release(tx: Transaction, memberId: number, passed: number[]): Promise<{ id: number }[]> {
  return tx
    .update(cases)
    .set({ claimedBy: null, claimedAt: null })
    .where(and(inArray(cases.id, passed), eq(cases.claimedBy, memberId), isNull(cases.closedAt)))
    .returning({ id: cases.id });
}

const standing = sql<boolean>`${cases.claimedAt} > now() - make_interval(mins => ${claimMinutes})`;

async function findNext(tx: Transaction, { memberId }: Actor, { show, passed = [] }: Wish) {
  const names = await ownNames(tx, memberId);
  const { spent } = await getExposure(memberId, tx);
  const [next] = await tx
    .select({ id: cases.id, own: sql<boolean>`${cases.claimedBy} IS NOT NULL AND ${standing}` })
    .from(cases)
    .where(
      and(
        isNull(cases.closedAt),
        sql`(${cases.claimedBy} IS NULL OR ${cases.claimedBy} = ${memberId} OR NOT ${standing})`,
        notInArray(cases.authorId, names),
        sql`NOT EXISTS (SELECT FROM reports r WHERE r.case_id = ${cases.id} AND r.reporter_id = ${memberId})`,
        notInArray(cases.id, passed),
        show ? inArray(cases.reason, reasonsOfGroup[show]) : undefined,
        spent ? sql`NOT ${cases.distressing}` : undefined,
      ),
    )
    .orderBy(asc(cases.urgency), asc(cases.queueAt), asc(cases.id))
    .limit(1)
    // Whoever decides a case holds its lock: it is passed over, not waited for.
    .for("update", { skipLocked: true });
  return next;
}

async function claim(tx: Transaction, memberId: number, id: number): Promise<void> {
  await tx
    .update(cases)
    .set({ claimedBy: memberId, claimedAt: sql`now()` })
    .where(eq(cases.id, id));
}
