import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { cases } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";
import { insist } from "@/lib/platform/policy";
import { claimMinutes } from "./limits";
import { findSubject, thingOf } from "./locked-case";
import { canDecide } from "./policy";

/** Tells the others for half an hour that somebody is looking at a case. It forbids nobody to decide it. */
export async function claimCase(actor: Actor, { case: id }: { case: number }): Promise<void> {
  await db.transaction(async (tx) => {
    const claim = await lockedClaim(tx, id);
    const found = await findSubject(tx, id);
    if (!claim || !found) throw new Refusal("not_found");
    const { thing, reporterIds } = await thingOf(tx, actor, found);
    insist(canDecide(actor, thing, reporterIds));
    if (found.case.closedAt) throw new Refusal("case_closed");
    const own = found.case.claimedBy === actor.memberId;
    if (claim.standing && !own) throw new Refusal("claimed_already", { who: claim.who ?? "Somebody" });
    await tx
      .update(cases)
      .set({ claimedBy: actor.memberId, claimedAt: sql`now()` })
      .where(eq(cases.id, id));
    if (claim.standing) return;
    await audit(tx, { actorId: actor.memberId, act: "case_claim", subject: `case:${id}` });
  });
}

async function lockedClaim(tx: Transaction, id: number) {
  const [row] = await tx.execute<{ standing: boolean; who: string | null }>(sql`
    SELECT coalesce(c.claimed_at > now() - make_interval(mins => ${claimMinutes}), false) AS standing, m.handle AS who
    FROM cases c LEFT JOIN members m ON m.id = c.claimed_by WHERE c.id = ${id} FOR UPDATE OF c`);
  return row;
}
