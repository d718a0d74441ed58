import { randomInt } from "node:crypto";
import { and, eq, sql, type SQL } from "drizzle-orm";
import { db, type Connection, type Transaction } from "@/db/client";
import { cases, members, notices, threads } from "@/db/schema";
import { normalEmail } from "@/lib/members/email";
import { isShutOut, type Viewer } from "@/lib/platform/actor";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { idempotencyKey } from "@/lib/platform/ids";
import { addJob } from "@/lib/platform/queue";
import { takeTurn } from "@/lib/platform/rate-limit";
import { noticeLimits } from "./limits";
import { placeOf, type Place } from "./notice-address";
import { openCase } from "./open-case";
import { childAbuseHours } from "./policy";
import { lockReported, type Reported } from "./reported-thing";
import { referenceLetters } from "./schema";

export type NewNotice = {
  address: string;
  why: string;
  /** Both may be empty where it is about the abuse of a child. */
  name: string;
  email: string;
  childAbuse: boolean;
  key: string;
};

type Sent = { reference: string };
type Sender = { viewer: Viewer | null; network: string; email: string | null; key: string | null };

/**
 * Takes a notice of illegal content from anybody (EU Digital Services Act, Article 16): the case, the notice and the job
 * of its receipt are one transaction. Sending the same form twice sends one.
 */
export async function sendNotice(viewer: Viewer | null, input: NewNotice, network: string): Promise<Sent> {
  const place = placeOf(input.address, new URL(env().APP_URL));
  if (place.kind === "elsewhere") throw new Refusal("notice_elsewhere", {}, "address");
  if (place.kind === "no_content") throw new Refusal("notice_no_content", {}, "address");
  const email = input.email ? normalEmail(input.email) : null;
  if (input.email && !email) throw new Refusal("email_wrong", {}, "email");
  const key = idempotencyKey(input.key, input.address, input.why, input.email);
  try {
    return await db.transaction((tx) => take(tx, { viewer, network, email, key }, place, input));
  } catch (error) {
    // The other half of a double click may have come first, also where this half was one too many.
    const sent = key ? await alreadySent(db, key) : null;
    if (sent) return sent;
    throw error;
  }
}

async function take(tx: Transaction, sender: Sender, place: Place, input: NewNotice): Promise<Sent> {
  const sent = sender.key ? await alreadySent(tx, sender.key) : null;
  if (sent) return sent;
  await takeTurn(tx, noticeLimits(sender.network, sender.email));
  const thing = await lockNoticed(tx, sender.viewer, place);
  const { childAbuse } = input;
  const { id: caseId } = await openCase(tx, {
    ...thing,
    origin: "notice",
    reason: "illegal",
    distressing: childAbuse,
    reportCount: 1,
  });
  if (childAbuse) await bringForward(tx, caseId);
  const { id, reference } = await write(tx, {
    ...{ caseId, address: place.path, why: input.why, childAbuse },
    ...{ name: input.name || null, email: sender.email, idempotencyKey: sender.key },
  });
  if (sender.email) await addJob(tx, "send_notice_receipt", { noticeId: id });
  const event = { kind: "notice_received", actorId: null, threadId: thing.threadId, detail: { caseId } };
  await recordEvent(tx, event, []);
  return { reference };
}

/**
 * Whatever ever got a number is taken alike, whether it is public, for members only, hidden or withdrawn, so the answer
 * tells of a thread no more than that its number was given, which the next one tells too. An article's address holds
 * words of its title, so there only what the sender can read is found.
 */
async function lockNoticed(tx: Transaction, viewer: Viewer | null, place: Place): Promise<Reported> {
  const nothing = new Refusal("notice_nothing_there", {}, "address");
  if (place.kind === "member") {
    const [member] = await tx.select({ id: members.id }).from(members).where(eq(members.handle, place.handle));
    const profile = await lockReported(tx, { thread: 0, comment: 0, member: member?.id });
    if (!profile) throw nothing;
    return profile;
  }
  const { comment } = place;
  const id = place.kind === "thread" ? place.id : await readableId(tx, viewer, ofArticle(place.slug));
  const thread = id ? await lockReported(tx, { thread: id, comment: 0 }) : null;
  if (!id || !thread) throw nothing;
  const said = comment ? await lockReported(tx, { thread: id, comment }) : thread;
  if (said) return said;
  // How many comments a thread has is for its readers; others' notices are about the thread, with what they typed.
  if (await readableId(tx, viewer, eq(threads.id, id))) throw new Refusal("notice_no_comment", {}, "address");
  return thread;
}

function ofArticle(slug: string): SQL | undefined {
  return and(eq(threads.kind, "article"), eq(threads.slug, slug));
}

async function readableId(tx: Transaction, viewer: Viewer | null, which: SQL | undefined): Promise<number | null> {
  const forMembers = viewer?.memberId && !isShutOut(viewer);
  const [found] = await tx
    .select({ id: threads.id })
    .from(threads)
    .where(and(which, eq(threads.visible, true), forMembers ? undefined : eq(threads.audience, "public")));
  return found?.id ?? null;
}

/** Nothing in the queue's order below a worry about somebody waits for less. */
async function bringForward(tx: Transaction, caseId: number): Promise<void> {
  const soon = sql`now() + make_interval(hours => ${childAbuseHours})`;
  await tx
    .update(cases)
    .set({ dueAt: sql`least(${cases.dueAt}, ${soon})`, queueAt: sql`least(${cases.queueAt}, ${soon})` })
    .where(eq(cases.id, caseId));
}

async function write(tx: Transaction, values: Omit<typeof notices.$inferInsert, "reference">) {
  for (;;) {
    const [notice] = await tx
      .insert(notices)
      .values({ ...values, reference: newReference() })
      .onConflictDoNothing({ target: notices.reference })
      .returning({ id: notices.id, reference: notices.reference });
    if (notice) return notice;
  }
}

/** Such as N-7KQ3-M9TD, to be read out on a telephone. */
function newReference(): string {
  const part = () => Array.from({ length: 4 }, () => referenceLetters[randomInt(referenceLetters.length)]).join("");
  return `N-${part()}-${part()}`;
}

async function alreadySent(connection: Connection, key: string): Promise<Sent | null> {
  const [notice] = await connection
    .select({ reference: notices.reference })
    .from(notices)
    .where(eq(notices.idempotencyKey, key));
  return notice ?? null;
}
