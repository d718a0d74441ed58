import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { techniques, testimonials, threads } from "@/db/schema";
import type { Audience } from "@/lib/serving/context";

/** The answers of one testimonial, and its story. */
export type Testimonial = Omit<
  typeof testimonials.$inferSelect,
  "story" | "pipeline" | "memberId" | "withdrawnAt" | "shownConsentAt" | "countedConsentAt"
>;

const {
  story: _s,
  pipeline: _p,
  memberId: _m,
  withdrawnAt: _w,
  shownConsentAt: _sc,
  countedConsentAt: _cc,
  ...shownColumns
} = getTableColumns(testimonials);

const oneQuery = db
  .select(shownColumns)
  .from(testimonials)
  .where(eq(testimonials.threadId, sql.placeholder("id")))
  .prepare("get_testimonial");

/** The answers of a testimonial that `getThread` has found readable. */
export async function getTestimonial(id: number): Promise<Testimonial | null> {
  const [found] = await oneQuery.execute({ id });
  return found ? withoutHidden(found) : null;
}

type HiddenAnswer = Testimonial["hiddenAnswers"][number];

/** The columns behind each answer that its author may keep off the page. */
const columnsOfAnswer: Record<HiddenAnswer, (keyof Testimonial)[]> = {
  expected: ["expected"],
  pressure: ["pressure"],
  session: ["sessionMinutes"],
  frequency: ["frequency", "weeks"],
  effects: ["effectDays", "effectIntensity", "effectLength"],
  function: ["functionBefore", "functionAfter"],
  relief: ["relief"],
  touch_painful: ["touchPainful"],
  cost: ["cost"],
  continuing: ["continuing", "stoppedWhy"],
  other_changes: ["otherChanges"],
  diagnosed: ["diagnosed"],
  migraine_type: ["migraineType"],
};

/** The testimonial as its page may show it. */
function withoutHidden(told: Testimonial): Testimonial {
  const hidden = told.hiddenAnswers.flatMap((answer) => columnsOfAnswer[answer]);
  const blanks = hidden.map((column) => [column, column === "otherChanges" ? [] : null]);
  return { ...told, ...(Object.fromEntries(blanks) as Partial<Testimonial>) };
}

export type EditableTestimonial = typeof testimonials.$inferSelect & {
  title: string;
  slug: string;
  audience: Audience;
  techniqueName: string;
};

/** A testimonial of one's own, for its edit form; the verb decides again whether it may be changed. */
export async function getEditableTestimonial(memberId: number, id: number): Promise<EditableTestimonial | null> {
  const [found] = await db
    .select({
      answers: testimonials,
      title: threads.title,
      slug: threads.slug,
      audience: threads.audience,
      techniqueName: techniques.name,
    })
    .from(testimonials)
    .innerJoin(threads, eq(threads.id, testimonials.threadId))
    .innerJoin(techniques, eq(techniques.id, testimonials.techniqueId))
    .where(and(eq(threads.id, id), eq(threads.authorId, memberId), eq(threads.visible, true)));
  if (!found) return null;
  const { answers, ...thread } = found;
  return { ...answers, ...thread };
}
