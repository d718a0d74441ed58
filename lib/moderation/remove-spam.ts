import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { batches, comments, decisions, members, threads } from "@/db/schema";
import { isStaff, newcomerDays, type Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { applyDecision } from "./apply-decision";
import { closeCase } from "./close-case";
import { spamBanReason, spamReason } from "./labels";
import { lockSubjects, thingOf, type LockedSubject } from "./locked-case";
import { canDecide, measuresFor, penaltiesFor, type Thing } from "./policy";
import type { Skipped } from "./schema";
import { tagsOfSubject } from "./tags-of-subject";
import { writeDecision, type Decided, type Line } from "./write-decision";
import { countComments } from "./write-state";

export type Spam = {
  /** With the version that the moderator saw. */
  chosen: { id: number; version: number }[];
  /** Their authors are banned as well, as far as they are new here. */
  bans?: "newcomers";
};

/**
 * Removes what several cases are about as spam, as one decision that can be undone as one. What has changed since it was
 * seen, and what this moderator may not remove, stays as it is and is named.
 * @returns the batch; when everything was decided already by an earlier press of this moderator, that one
 */
export async function removeSpam(actor: Actor, spam: Spam): Promise<{ batchId: number; skipped: Skipped[] }> {
  if (!isStaff(actor)) throw new Refusal("not_allowed");
  const ids = [...new Set(spam.chosen.map(({ id }) => id))];
  return db.transaction(async (tx) => {
    const found = await lockSubjects(tx, ids);
    const { fit, skipped } = await sorted(tx, actor, found, spam);
    if (fit.length === 0) return { batchId: await earlierBatch(tx, actor, ids), skipped: [] };
    const [batch] = await tx.insert(batches).values({ moderatorId: actor.memberId }).returning({ id: batches.id });
    if (!batch) throw new Error("the batch was not written");
    const banned = spam.bans ? await newcomersAmong(tx, fit) : new Set<number>();
    const making = { actor, batchId: batch.id, banned, lines: [] as Line[] };
    for (const one of fit) await removeOne(tx, one, making);
    const detail = { cases: fit.length };
    await audit(tx, { actorId: actor.memberId, act: "batch_decide", subject: `batch:${batch.id}`, detail });
    for (const line of making.lines) await audit(tx, line);
    return { batchId: batch.id, skipped };
  });
}

type Fit = { about: LockedSubject; thing: Thing };

async function sorted(tx: Transaction, actor: Actor, found: LockedSubject[], { chosen }: Spam) {
  const fit: Fit[] = [];
  const skipped: Skipped[] = [];
  for (const about of found) {
    const seen = chosen.find(({ id }) => id === about.caseId);
    const { thing, reporterIds } = await thingOf(tx, actor, about);
    if (about.case.closedAt || about.case.version !== seen?.version) skipped.push({ id: about.caseId, why: "changed" });
    else if (!canDecide(actor, thing, reporterIds).allowed) skipped.push({ id: about.caseId, why: "own" });
    else if (!measuresFor(thing).includes("remove")) skipped.push({ id: about.caseId, why: "unfit" });
    else fit.push({ about, thing });
  }
  return { fit, skipped };
}

/** The other half of a double click finds what the first one did. */
async function earlierBatch(tx: Transaction, actor: Actor, ids: number[]): Promise<number> {
  const [earlier] = await tx
    .select({ id: batches.id })
    .from(decisions)
    .innerJoin(batches, eq(batches.id, decisions.batchId))
    .where(and(inArray(decisions.caseId, ids), eq(batches.moderatorId, actor.memberId)))
    .orderBy(desc(batches.id))
    .limit(1);
  if (!earlier) throw new Refusal("nothing_removed", {}, undefined, 409);
  return earlier.id;
}

async function newcomersAmong(tx: Transaction, fit: Fit[]): Promise<Set<number>> {
  const authors = fit.map(({ about }) => about.author.id);
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        inArray(members.id, authors),
        sql`${members.role} = 'member' AND ${members.kind} = 'member'`,
        sql`${members.joinedAt} > now() - make_interval(days => ${newcomerDays})`,
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

type Making = { actor: Actor; batchId: number; banned: Set<number>; lines: Line[] };

async function removeOne(tx: Transaction, { about, thing }: Fit, making: Making): Promise<void> {
  const { actor, batchId, banned, lines } = making;
  const made = { moderatorId: actor.memberId, batchId, lifts: null, rule: "spam" as const };
  const write = async (decided: Decided) =>
    (await writeDecision(tx, about, decided, (line) => void lines.push(line))).id;
  await write({ ...made, kind: "remove", reason: spamReason });
  await takeAway(tx, about, actor.memberId);
  const bans = banned.has(about.author.id) && penaltiesFor(actor, thing).includes("ban");
  if (bans) {
    const id = await write({ ...made, kind: "ban", reason: spamBanReason });
    await applyDecision(tx, about, { ...made, id, kind: "ban" });
    // Once is enough for all of their words.
    banned.delete(about.author.id);
  }
  await closeCase(tx, about.caseId);
  const detail = { caseId: about.caseId, measure: "remove", penalty: bans ? "ban" : null };
  const event = { kind: "case_decided", actorId: actor.memberId, threadId: about.threadId, detail };
  await recordEvent(tx, event, await tagsOfSubject(tx, about));
}

/** Only this: that something was hidden, or waited, stays noted under it, so that an undo brings back exactly what was. */
async function takeAway(tx: Transaction, { thread, comment }: LockedSubject, by: number): Promise<void> {
  const removed = { removedAt: sql`now()`, removedBy: by };
  if (comment) await tx.update(comments).set(removed).where(eq(comments.id, comment.id));
  else if (thread) await tx.update(threads).set(removed).where(eq(threads.id, thread.id));
  if (comment) await countComments(tx, comment.threadId);
}
