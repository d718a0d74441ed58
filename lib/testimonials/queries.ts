import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  followUps,
  members,
  shownFollowUps,
  shownTestimonials,
  techniques,
  testimonials,
  threads,
  type TestimonialRow,
} from "@/db/schema";
import type { Audience } from "@/lib/serving/context";
import { followUpDays } from "./limits";
import { followUpTimes, type FollowUpTime, type Purpose, type Reminder } from "./schema";
import { openOwn } from "./seal";

/** The answers of one testimonial as its page may show them, and its story. */
export type Testimonial = Omit<typeof shownTestimonials.$inferSelect, "story">;
export type ShownFollowUp = typeof shownFollowUps.$inferSelect;

const oneQuery = db
  .select()
  .from(shownTestimonials)
  .where(eq(shownTestimonials.threadId, sql.placeholder("id")))
  .prepare("get_testimonial");

/** The answers of a testimonial that `getThread` has found readable; null where its author does not let them be shown. */
export async function getTestimonial(id: number): Promise<Testimonial | null> {
  const [found] = await oneQuery.execute({ id });
  return found ?? null;
}

/** How it was later, the earliest first. */
export async function listFollowUps(id: number): Promise<ShownFollowUp[]> {
  return db.select().from(shownFollowUps).where(eq(shownFollowUps.threadId, id)).orderBy(asc(shownFollowUps.after));
}

export type EditableTestimonial = TestimonialRow & { slug: string; audience: Audience; techniqueName: string };

/** A testimonial of one's own, for its edit form; the verb decides again whether it may be changed. */
export async function getEditableTestimonial(memberId: number, id: number): Promise<EditableTestimonial | null> {
  return db.transaction(async (tx) => {
    await openOwn(tx, memberId);
    const [found] = await tx
      .select({
        answers: testimonials,
        slug: threads.slug,
        audience: threads.audience,
        techniqueName: techniques.name,
      })
      .from(testimonials)
      .innerJoin(threads, eq(threads.id, testimonials.threadId))
      .innerJoin(techniques, eq(techniques.id, testimonials.techniqueId))
      .where(
        and(
          eq(threads.id, id),
          isNull(threads.withdrawnAt),
          sql`(${threads.hiddenAt} IS NULL OR ${threads.editAskedAt} IS NOT NULL)`,
          isNull(threads.removedAt),
          isNull(threads.lockedAt),
        ),
      );
    if (!found) return null;
    const { answers, ...thread } = found;
    return { ...answers, ...thread };
  });
}

export type OwnTestimonial = {
  id: number;
  slug: string;
  kind: "testimonial";
  title: string;
  storyHtml: string;
  technique: string;
  /** The name that stands on it. */
  handle: string;
  toldAt: Date;
  state: "stands" | "held" | "hidden" | "removed" | "locked";
  agreed: Record<Purpose, Date | null>;
  remind: Reminder;
  followUps: { after: FollowUpTime; told: Date | null; due: boolean }[];
};

const day = 86_400_000;

/** Everything that a member told and has not withdrawn, under whichever name, the newest first. */
export async function listOwnTestimonials(memberId: number): Promise<OwnTestimonial[]> {
  const { rows, later, now } = await db.transaction(async (tx) => {
    await openOwn(tx, memberId);
    return {
      rows: await tx
        .select({ answers: testimonials, thread: threads, technique: techniques.name, handle: members.handle })
        .from(testimonials)
        .innerJoin(threads, eq(threads.id, testimonials.threadId))
        .innerJoin(techniques, eq(techniques.id, testimonials.techniqueId))
        .innerJoin(members, eq(members.id, threads.authorId))
        .where(isNull(threads.withdrawnAt))
        .orderBy(desc(testimonials.toldAt)),
      later: await tx
        .select({ threadId: followUps.threadId, after: followUps.after, toldAt: followUps.toldAt })
        .from(followUps),
      now: (await tx.execute<{ now: string }>(sql`SELECT extract(epoch FROM now()) * 1000 AS now`))[0]?.now,
    };
  });
  return rows.map(({ answers, thread, technique, handle }) => ({
    id: thread.id,
    slug: thread.slug,
    kind: "testimonial",
    title: thread.title,
    storyHtml: answers.storyHtml,
    technique,
    handle,
    toldAt: answers.toldAt,
    state: stateOf(thread),
    remind: answers.remind,
    agreed: { shown: answers.shownAt, counted: answers.countedAt, quoted: answers.quotedAt },
    followUps: followUpTimes.map((after) => ({
      after,
      told: later.find((each) => each.threadId === thread.id && each.after === after)?.toldAt ?? null,
      due: Number(now) >= answers.toldAt.getTime() + followUpDays[after] * day,
    })),
  }));
}

export async function getOwnTestimonial(memberId: number, id: number): Promise<OwnTestimonial | null> {
  return (await listOwnTestimonials(memberId)).find((told) => told.id === id) ?? null;
}

export type DueFollowUp = { id: number; technique: string; after: FollowUpTime };

/** What a member wants to be asked on their own page: the latest time that has come, if nothing was told then. */
export function dueFollowUps(told: OwnTestimonial[]): DueFollowUp[] {
  return told.flatMap(({ id, technique, remind, state, followUps: times }) => {
    const latest = times.filter(({ due }) => due).at(-1);
    const asked = remind === "here" && state === "stands" && latest && !latest.told;
    return asked ? [{ id, technique, after: latest.after }] : [];
  });
}

function stateOf(thread: typeof threads.$inferSelect): OwnTestimonial["state"] {
  if (thread.removedAt) return "removed";
  if (thread.hiddenAt) return "hidden";
  if (thread.heldAt) return "held";
  return thread.lockedAt ? "locked" : "stands";
}

export type OwnFollowUp = typeof followUps.$inferSelect;

/** What a member told later already, for its form. */
export async function getOwnFollowUp(memberId: number, id: number, after: FollowUpTime): Promise<OwnFollowUp | null> {
  return db.transaction(async (tx) => {
    await openOwn(tx, memberId);
    const [found] = await tx
      .select()
      .from(followUps)
      .where(and(eq(followUps.threadId, id), eq(followUps.after, after)));
    return found ?? null;
  });
}
