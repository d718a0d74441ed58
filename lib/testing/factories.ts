import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  accounts,
  blocks,
  comments,
  followUps,
  members,
  mutes,
  posts,
  quotes,
  techniques,
  testimonials,
  threads,
} from "@/db/schema";
import { saveDraft } from "@/lib/drafts/save-draft";
import { recordConsents } from "@/lib/testimonials/record-consents";
import type { Purpose } from "@/lib/testimonials/schema";
import { openOwn, sealOf } from "@/lib/testimonials/seal";

export type Member = typeof members.$inferSelect;
export type Technique = typeof techniques.$inferSelect;
export type Thread = typeof threads.$inferSelect;
export type Comment = typeof comments.$inferSelect;

/** A word that stands nowhere else. */
export function aWord(): string {
  return `word${randomBytes(6).toString("hex")}`;
}

export function daysAgo(days: number): Date {
  return new Date(Date.now() - days * 86_400_000);
}

export function hoursAgo(hours: number): Date {
  return daysAgo(hours / 24);
}

function the<T>([row]: T[]): T {
  if (!row) throw new Error("the row was not made");
  return row;
}

export async function anAccount(given: { email?: string; name?: string } = {}): Promise<typeof accounts.$inferSelect> {
  return the(
    await db
      .insert(accounts)
      .values({ email: `${aWord()}@example.org`, name: "Ana", ...given })
      .returning(),
  );
}

/** A member who joined long ago, so that nothing about newcomers applies unless `joinedAt` says so. */
export async function aMember(given: Partial<typeof members.$inferInsert> = {}): Promise<Member> {
  const account = await anAccount();
  const handle = given.handle ?? aWord();
  return the(
    await db
      .insert(members)
      .values({ accountId: account.id, handle, handleSkeleton: handle, joinedAt: daysAgo(60), ...given })
      .returning(),
  );
}

export async function aTechnique(): Promise<Technique> {
  const word = aWord();
  const texts = { about: "", aboutHtml: "", askFirst: "", askFirstHtml: "", evidence: "", evidenceHtml: "" };
  const values = { slug: word, name: `Technique ${word}`, summary: "How it is done.", position: 1, ...texts };
  return the(await db.insert(techniques).values(values).returning());
}

type GivenState = { hiddenAt?: Date | null; removedAt?: Date | null };

/** Nothing is hidden or removed by nobody: the database insists. */
function stateBy(by: number, { hiddenAt, removedAt }: GivenState) {
  return { ...(hiddenAt ? { hiddenBy: by } : {}), ...(removedAt ? { removedBy: by } : {}) };
}

type GivenThread = Partial<typeof threads.$inferInsert> & { author?: Member; technique?: Technique };

/** A thread without a text of its own, for tests about the thread alone. */
export async function aThread({ author, technique, ...given }: GivenThread = {}): Promise<Thread> {
  const authorId = given.authorId ?? (author ?? (await aMember())).id;
  const techniqueId = given.techniqueId ?? (technique ?? (await aTechnique())).id;
  const word = aWord();
  const words = { title: `About ${word}`, slug: `about-${word}`, excerpt: `It began with ${word}.` };
  return the(
    await db
      .insert(threads)
      .values({
        kind: "question",
        audience: "public",
        ...words,
        ...stateBy(authorId, given),
        ...(given.lockedAt ? { lockedBy: authorId } : {}),
        ...given,
        authorId,
        techniqueId,
      })
      .returning(),
  );
}

export async function aPost({ body = `This is about ${aWord()}.`, ...given }: GivenThread & { body?: string } = {}) {
  const thread = await aThread(given);
  await db.insert(posts).values({ threadId: thread.id, body, bodyHtml: `<p>${body}</p>`, pipeline: 1 });
  return { ...thread, body };
}

type GivenAnswers = Partial<typeof testimonials.$inferInsert>;
type GivenTestimonial = GivenThread & { answers?: GivenAnswers; agreed?: Purpose[] };

/** Agreed to be shown, and nothing else, unless `agreed` says otherwise. */
export async function aTestimonial({ answers, agreed = ["shown"], ...given }: GivenTestimonial = {}) {
  const thread = await aThread({ ...given, kind: "testimonial" });
  const techniqueId = Number(thread.techniqueId);
  await db.transaction(async (tx) => {
    await openOwn(tx, thread.authorId);
    await tx.insert(testimonials).values({
      threadId: thread.id,
      seal: sealOf(thread.authorId, techniqueId),
      techniqueId,
      givenBy: "self",
      setting: "during_attack",
      areas: ["neck"],
      effect: "helped_a_little",
      unwanted: ["none"],
      wouldAgain: "yes",
      pipeline: 1,
      ...answers,
    });
    await recordConsents(tx, thread.id, agreed, "given");
  });
  return thread;
}

type GivenFollowUp = Partial<typeof followUps.$inferInsert> & { thread: Thread };

/** By the author of a testimonial under their own handle. */
export async function aFollowUp({ thread, ...given }: GivenFollowUp) {
  return db.transaction(async (tx) => {
    await openOwn(tx, thread.authorId);
    const values = { after: "30_days", effect: "no_change", unwanted: ["none"], pipeline: 1 } as const;
    return the(
      await tx
        .insert(followUps)
        .values({ ...values, unwanted: ["none"], ...given, threadId: thread.id })
        .returning(),
    );
  });
}

/** Words of a testimonial that may be quoted, in an article. */
export async function aQuote({ testimonial, article, passage = "It was calm." }: GivenQuote) {
  const { id: articleId, authorId } = article ?? (await aThread({ kind: "article" }));
  const values = { articleId, testimonialId: testimonial.id, passage, approvedBy: authorId };
  return the(await db.insert(quotes).values(values).returning());
}

type GivenQuote = { testimonial: Thread; article?: Thread; passage?: string };

type GivenComment = Partial<typeof comments.$inferInsert> & { thread: { id: number }; author?: Member };

/** The next comment of a thread, with the thread's counters kept as the verbs keep them. */
export async function aComment({ thread, author, ...given }: GivenComment): Promise<Comment> {
  const authorId = given.authorId ?? (author ?? (await aMember())).id;
  const body = given.body ?? `I say ${aWord()}.`;
  return db.transaction(async (tx) => {
    const [row] = await tx.execute<{ last: number }>(
      sql`UPDATE threads SET last_position = last_position + 1 WHERE id = ${thread.id} RETURNING last_position AS last`,
    );
    const values = { threadId: thread.id, position: row?.last ?? 1, body, bodyHtml: `<p>${body}</p>`, pipeline: 1 };
    const comment = the(
      await tx
        .insert(comments)
        .values({ ...values, ...stateBy(authorId, given), ...given, authorId })
        .returning(),
    );
    if (comment.visible)
      await tx.execute(sql`UPDATE threads SET comment_count = comment_count + 1 WHERE id = ${thread.id}`);
    return comment;
  });
}

/** The first does not want to see the second. */
export async function aBlock({ by, of }: { by: { id: number }; of: { id: number } }): Promise<void> {
  await db.insert(blocks).values({ blockerId: by.id, blockedId: of.id });
}

type GivenDraft = Partial<Parameters<typeof saveDraft>[1]> & { author: Member };

/** A post that was begun, unless it is given otherwise. */
export async function aDraft({ author, ...given }: GivenDraft) {
  const writer = randomBytes(16).toString("base64url");
  const form = {
    place: "post",
    writer,
    draft: null,
    step: "",
    ageSeconds: 0,
    values: { body: [`I began ${aWord()}.`] },
  };
  const { id: memberId, handle, role } = author;
  return saveDraft({ memberId, handle, role, newcomer: false, paced: false }, { ...form, ...given });
}

type GivenMute = {
  by: { id: number };
  technique?: { id: number };
  thread?: { id: number };
  member?: { id: number };
  word?: string;
};

/** One of a technique, a thread, a member or a word as it is kept. */
export async function aMute({ by, technique, thread, member, word }: GivenMute): Promise<void> {
  const subject = { techniqueId: technique?.id, threadId: thread?.id, mutedMemberId: member?.id, word };
  await db.insert(mutes).values({ memberId: by.id, ...subject });
}
